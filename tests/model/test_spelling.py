"""British and American spelling."""

from quiz.model.spelling import american


def is_one(pair: str) -> bool:
    """Return whether both words of a pair have one form."""
    one, other = pair.split("/")
    return american(one) == american(other)


SAME = str.split("""
    anaesthetic/anesthetic anaesthetise/anesthetize anaemia/anemia anaemic/anemic
    aesthetic/esthetic aetiology/etiology ageing/aging aluminium/aluminum amoeba/ameba
    analogue/analog analyse/analyze analysed/analyzed apnoea/apnea artefact/artifact
    behaviour/behavior behavioural/behavioral caesarean/cesarean cancelled/canceled
    catalogue/catalog catheterise/catheterize centimetre/centimeter centre/center
    centred/centered coeliac/celiac colour/color colours/colors counselling/counseling
    counsellor/counselor defence/defense diarrhoea/diarrhea dialogue/dialog dyspnoea/dyspnea
    encyclopaedia/encyclopedia enrolment/enrollment enrol/enroll faeces/feces favourite/favorite
    fibre/fiber fibres/fibers foetal/fetal foetus/fetus fulfil/fulfill goitre/goiter
    gonorrhoea/gonorrhea grey/gray gynaecology/gynecology haem/heme haematology/hematology
    haemoglobin/hemoglobin haemorrhage/hemorrhage homoeopathy/homeopathy honour/honor
    hospitalised/hospitalized humour/humor hypoglycaemia/hypoglycemia immunisation/immunization
    ischaemic/ischemic judgement/judgment kilogramme/kilogram labelled/labeled labour/labor
    leucocyte/leukocyte leukaemia/leukemia licence/license litre/liter litres/liters
    manoeuvre/maneuver metabolise/metabolize metre/meter millilitre/milliliter mould/mold
    neighbour/neighbor odour/odor oedema/edema oesophagus/esophagus oestrogen/estrogen
    offence/offense organisation/organization organise/organize organising/organizing
    orthopaedic/orthopedic paediatric/pediatric paralyse/paralyze practise/practice
    practising/practicing programme/program programmes/programs randomised/randomized
    recognise/recognize sceptical/skeptical septicaemia/septicemia signalling/signaling
    skilful/skillful sterilisation/sterilization sulphate/sulfate theatre/theater
    tranquilliser/tranquilizer travelled/traveled tumour/tumor tumours/tumors vapour/vapor
    yoghurt/yogurt calibre/caliber titre/titer marvellous/marvelous tunnelled/tunneled
    instalment/installment instalments/installments
""")


def test_both_spellings_are_one() -> None:
    assert [pair for pair in SAME if not is_one(pair)] == []


NEITHER = str.split("""
    four for hour tour pour your source journal contour detour flour sour does shoes poem poet
    coexist aerobic aerosol aorta israel wise rise prise prize raise size seize acre ogre cadre here
    there entire genre vogue tongue league programmed programmer hem seance silence science fence
    install ball tell full wall yes less
""")


def test_other_words_stay_as_they_are() -> None:
    assert [american(word) for word in NEITHER] == NEITHER


DISTINCT = str.split("""
    advice/advise device/devise four/for rise/rice prise/prize wise/whiz does/dose shoes/shose
    poem/pem analyses/analyzes practice/practical licence/lice theatre/heater sulphide/sulphate
    ileum/ilium hypothyroidism/hyperthyroidism glutamate/glutamine haemolysis/hemostasis
    premise/premium centre/centred fibre/fibres foetal/fatal haem/hem anaemia/enemia
    dialyse/dialysis metre/metered
""")


def test_different_words_stay_apart() -> None:
    assert [pair for pair in DISTINCT if is_one(pair)] == []


def test_what_was_made_one_stays_as_it_is() -> None:
    once = [american(pair.partition("/")[0]) for pair in SAME]
    assert [american(word) for word in once] == once
