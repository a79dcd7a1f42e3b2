"""A phone that is touched and a laptop that has its keys alone: how a person answers on each."""

from abc import ABC, abstractmethod

from playwright.async_api import Locator, Page, expect

from quiz.model.answer import (
    Answer,
    ChoiceAnswer,
    LocateAnswer,
    MatchAnswer,
    OrderAnswer,
    TeachBackAnswer,
    TypedAnswer,
)


class Device(ABC):
    """What a learner sits before."""

    def __init__(self, page: Page) -> None:
        self.page = page

    @abstractmethod
    async def press(self, button: Locator) -> None:
        """Press a button or a link."""

    @abstractmethod
    async def pick(self, box: Locator) -> None:
        """Pick one of several."""

    @abstractmethod
    async def choose(self, field: Locator, value: str) -> None:
        """Choose a value of a list that drops down."""

    @abstractmethod
    async def write(self, field: Locator, text: str) -> None:
        """Write into a field."""

    async def answer(self, answer: Answer) -> None:
        """Give an answer by the places that are shown, and see that it is saved."""
        await self.fill(answer)
        await self.press(self.page.get_by_role("button", name="Answer", exact=True))
        await expect(self.page.get_by_text("Saved.")).to_be_visible()

    async def fill(self, answer: Answer) -> None:
        """Fill an answer in, and don't send it."""
        find = self.page.locator
        match answer:
            case ChoiceAnswer(options):
                for option in sorted(options):
                    await self.pick(find(f"[name=pick][value='{option}']"))
            case LocateAnswer(sentence):
                await self.pick(find(f"[name=sentence][value='{sentence}']"))
            case TypedAnswer(texts):
                for n, text in enumerate(texts):
                    await self._complete(find(f"[name=text{n}]"), text)
            case MatchAnswer(rights):
                for n, right in enumerate(rights):
                    await self.choose(find(f"[name=pair{n}]"), str(right))
            case TeachBackAnswer(text):
                await self.write(find("textarea"), text)
            case OrderAnswer(items):
                await self._put_in_order([*map(str, items)])

    async def _complete(self, field: Locator, text: str) -> None:
        if await field.evaluate("field => field.localName") == "select":
            await self.choose(field, text)
        else:
            await self.write(field, text)

    async def _put_in_order(self, wanted: list[str]) -> None:
        """Move items up until all are in their places; the focus goes with each."""
        rows = self.page.locator(".order li")
        for place, item in enumerate(wanted):
            row = rows.filter(has=self.page.locator(f"[name=item][value='{item}']"))
            at = await row.evaluate("row => [...row.parentNode.children].indexOf(row)")
            for above in range(at - 1, place - 1, -1):
                up = row.get_by_role("button", name="Move up")
                await self.press(up)
                await expect(rows.nth(above).locator("[name=item]")).to_have_value(item)
                await expect(rows.nth(above).locator("button:focus")).to_have_count(1)


class Phone(Device):
    """A phone."""

    async def press(self, button: Locator) -> None:
        """Tap it."""
        await button.tap()

    async def pick(self, box: Locator) -> None:
        """Tap the words beside it."""
        await box.locator("xpath=..").tap()
        await expect(box).to_be_checked()

    async def choose(self, field: Locator, value: str) -> None:
        """Choose in the phone's own list."""
        await field.select_option(value)

    async def write(self, field: Locator, text: str) -> None:
        """Tap it, and write."""
        await field.tap()
        await self.page.keyboard.type(text)


class Laptop(Device):
    """A laptop without a mouse."""

    async def press(self, button: Locator) -> None:
        """Go there, and press Enter."""
        await self._go_to(button)
        await self.page.keyboard.press("Enter")

    async def pick(self, box: Locator) -> None:
        """Go there, by arrows within a group, and press the space bar."""
        if await box.get_attribute("type") == "checkbox":
            await self._go_to(box)
        else:
            name = await box.get_attribute("name")
            await self._go_to(self.page.locator(f"[name={name}]"))
            for _ in range(await self.page.locator(f"[name={name}]").count()):
                if await _has_focus(box):
                    break
                await self.page.keyboard.press("ArrowDown")
        await self.page.keyboard.press("Space")
        await expect(box).to_be_checked()

    async def choose(self, field: Locator, value: str) -> None:
        """Go there, and press an arrow until it is chosen."""
        await self._go_to(field)
        for _ in range(await field.locator("option").count()):
            if await field.input_value() == value:
                break
            await self.page.keyboard.press("ArrowDown")
        await expect(field).to_have_value(value)

    async def write(self, field: Locator, text: str) -> None:
        """Go there, and write."""
        await self._go_to(field)
        await self.page.keyboard.type(text)

    async def _go_to(self, wanted: Locator) -> None:
        """Press Tab until the focus is on what is wanted, or on one of it."""
        for _ in range(150):
            if await _has_focus(wanted):
                return
            await self.page.keyboard.press("Tab")
        raise AssertionError(f"no key leads to {wanted}")


async def _has_focus(wanted: Locator) -> bool:
    is_there = "found => found.includes(document.activeElement)"
    return bool(await wanted.evaluate_all(is_there))
