"""Frozen dataclasses that cost a start next to nothing.

The standard library writes the methods of each dataclass as source and compiles it: half a
millisecond a class, at every start, of a hundred classes, and its import takes as long as Python's
own start. Here the methods are the same ones for every class. To a type checker, and to all that
asks (`fields`, `replace` and `asdict` of `dataclasses`, pydantic), these are dataclasses.
"""

from __future__ import annotations

# ruff: noqa: ANN401  a value can be of any class

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from dataclasses import dataclass, field, replace
    from typing import Any
else:

    def dataclass(*, frozen: bool, slots: bool, kw_only: bool = False, order: bool = False) -> Any:
        """Return what makes a frozen dataclass of a class, as `dataclasses.dataclass` does."""
        if not (frozen and slots):
            raise TypeError("these dataclasses are frozen and have slots")
        return lambda cls: _made(cls, kw_only=kw_only, order=order)

    def field(*, default_factory: Callable[[], object]) -> Any:
        """Return a default that is made anew for each value."""
        return _Factory(default_factory)

    def replace(value: Any, /, **changes: object) -> Any:
        """Return a value with some of its fields changed."""
        return type(value)(**dict(parts(value)) | changes)


__all__ = ["dataclass", "field", "parts", "replace", "said"]


def parts(value: Any) -> Iterator[tuple[str, Any]]:
    """Yield the fields of a value, each with its name; of any other dataclass too."""
    ours = hasattr(value, "__setters__")
    return (
        (name, getattr(value, name))
        for name in (value.__match_args__ if ours else value.__dataclass_fields__)
    )


def said(value: Any) -> dict[str, Any]:
    """Return the fields of a value that are not as they come, by name."""
    usual = value.__defaults__
    return {name: x for name, x in parts(value) if name not in usual or x != usual[name]}


class _Factory:
    """A default that is made anew for each value."""

    __slots__ = ("make",)

    def __init__(self, make: Callable[[], object]) -> None:
        self.make = make


class _Fields:
    """The fields as the standard library describes them, made when somebody asks."""

    def __get__(self, _: object, cls: Any) -> Any:
        """Return them by name, and leave them in the class for the next time."""
        import dataclasses  # noqa: PLC0415  what is to be spared

        described = [(name, _type_of(cls, name), _field(cls, name)) for name in cls.__match_args__]
        shadow: Any = dataclasses.make_dataclass(
            cls.__name__,
            described,
            namespace={"__doc__": "Fields, and none of the methods, which take long to make."},
            kw_only=True,
            init=False,
            repr=False,
            eq=False,
        )
        cls.__dataclass_fields__ = shadow.__dataclass_fields__
        return cls.__dataclass_fields__


def _type_of(cls: type[Any], name: str) -> object:
    return next(
        parent.__annotations__[name]
        for parent in cls.__mro__
        if name in vars(parent).get("__annotations__", ())
    )


def _field(cls: type[Any], name: str) -> Any:
    import dataclasses  # noqa: PLC0415  what is to be spared

    if name not in cls.__defaults__:
        return dataclasses.field()
    default = cls.__defaults__[name]
    if isinstance(default, _Factory):
        return dataclasses.field(default_factory=default.make)
    return dataclasses.field(default=default)


def _made(cls: Any, *, kw_only: bool, order: bool) -> Any:
    """Return the class anew, with slots and with the methods of a value."""
    own = tuple(cls.__annotations__)
    inherited = getattr(cls, "__match_args__", ())
    contents: dict[str, Any] = {
        name: part
        for name, part in vars(cls).items()
        if name not in {*own, "__dict__", "__weakref__"}
    }
    defaults = {name: vars(cls)[name] for name in own if name in vars(cls)}
    contents |= {**_METHODS, **(_ORDER if order else {})}
    contents["__slots__"] = own
    contents["__match_args__"] = (*inherited, *own)
    contents["__defaults__"] = getattr(cls, "__defaults__", {}) | defaults
    contents["__positional__"] = (*getattr(cls, "__positional__", ()), *(() if kw_only else own))
    contents["__qualname__"] = cls.__qualname__
    made: Any = type(cls.__name__, cls.__bases__, contents)
    made.__setters__ = tuple(
        (name, getattr(made, name).__set__) for name in contents["__match_args__"]
    )
    return made


def _init(self: Any, /, *values: object, **named: object) -> None:
    """Set every field: from what is given, else from its default."""
    cls = type(self)
    if values:
        named = _with_positional(cls, values, named)
    for name, set_ in cls.__setters__:
        if name in named:
            set_(self, named.pop(name))
        elif name in cls.__defaults__:
            default = cls.__defaults__[name]
            set_(self, default.make() if isinstance(default, _Factory) else default)
        else:
            raise TypeError(f"{cls.__name__} misses its {name}")
    if named:
        raise TypeError(f"{cls.__name__} has no {', '.join(named)}")
    if hasattr(cls, "__post_init__"):
        self.__post_init__()


def _with_positional(
    cls: type[Any], values: tuple[object, ...], named: dict[str, object]
) -> dict[str, object]:
    names = cls.__positional__[: len(values)]
    if len(names) < len(values) or not named.keys().isdisjoint(names):
        raise TypeError(f"{cls.__name__} is given too much")
    return dict(zip(names, values, strict=True)) | named


def _values(self: Any) -> tuple[object, ...]:
    return tuple(getattr(self, name) for name in self.__match_args__)


def _repr(self: object) -> str:
    inside = ", ".join(f"{name}={part!r}" for name, part in parts(self))
    return f"{type(self).__qualname__}({inside})"


def _eq(self: object, other: object) -> Any:
    if type(other) is not type(self):
        return NotImplemented
    return self is other or _values(self) == _values(other)


def _hash(self: object) -> int:
    return hash(_values(self))


def _set(self: object, name: str, value: object) -> None:
    raise AttributeError(f"a {type(self).__name__} is frozen: its {name} can't be set to {value!r}")


def _delete(self: object, name: str) -> None:
    raise AttributeError(f"a {type(self).__name__} is frozen: its {name} can't be deleted")


def _reduce(self: object) -> tuple[object, ...]:
    return _again, (type(self), dict(parts(self)))


def _again(cls: type[Any], parts: dict[str, object]) -> object:
    return cls(**parts)


def _compared(by: str) -> Callable[[object, object], Any]:
    def compare(self: object, other: object) -> Any:
        if type(other) is not type(self):
            return NotImplemented
        return getattr(_values(self), by)(_values(other))

    return compare


_METHODS: Mapping[str, object] = {
    "__init__": _init,
    "__repr__": _repr,
    "__eq__": _eq,
    "__hash__": _hash,
    "__setattr__": _set,
    "__delattr__": _delete,
    "__reduce__": _reduce,
    "__dataclass_fields__": _Fields(),
}
_ORDER: Mapping[str, object] = {
    name: _compared(name) for name in ("__lt__", "__le__", "__gt__", "__ge__")
}
