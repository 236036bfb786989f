"""Writing `docs/modules/` from the code itself; a house test compares the two."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Iterator, Mapping
from enum import StrEnum
from types import ModuleType
from typing import Any

from django.apps import apps
from django.urls import URLPattern, URLResolver, get_resolver
from django.utils.translation import override

from cchc.modules.organisation.roles import CATALOGUE, modules_in_matrix
from cchc.platform.events.event import Event
from cchc.site.configuration import PROJECT_DIR

FOLDER = PROJECT_DIR / "docs" / "modules"
NOTE = "<!-- Written by `make docs` from the code; change the code, not this page. -->\n"


def pages() -> dict[str, str]:
    """Every generated page: its file name and its text."""
    with override("vi"):
        names = [
            config.name for config in apps.get_app_configs() if config.name.startswith("cchc.mod")
        ]
        texts = {f"{name.rpartition('.')[2]}.md": _page(name) for name in names}
        return {**texts, "README.md": _index(names)}


def write() -> list[str]:
    """Write the pages that differ, remove those of modules that are gone; answer the names."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    wanted, changed = pages(), []
    for path in FOLDER.glob("*.md"):
        if path.name not in wanted:
            path.unlink()
            changed.append(path.name)
    for name, text in wanted.items():
        path = FOLDER / name
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")
            changed.append(name)
    return changed


def _index(names: list[str]) -> str:
    lines = [NOTE, "# The modules, lowest first\n"]
    for name in names:
        short = name.rpartition(".")[2]
        lines.append(f"- [{short}]({short}.md): {_first_line(importlib.import_module(name))}")
    return "\n".join(lines) + "\n"


def _page(name: str) -> str:
    module = importlib.import_module(name)
    parts = [f"{NOTE}\n# {name.rpartition('.')[2]}\n\n{inspect.getdoc(module) or ''}\n"]
    parts += [_permissions(name), _life_cycles(name), _events(name), _jobs(name)]
    parts += [_figures(name), _addresses(name)]
    return "\n".join(part for part in parts if part)


def _permissions(name: str) -> str:
    """Each permission in words, and the roles that hold it."""
    registered = [m for m in modules_in_matrix() if m.module == name.rpartition(".")[2]]
    lines = []
    for module in registered:
        held = {p for grant in module.grants.values() for p in grant} | set(module.to_everyone)
        for permission in sorted(held | set(module.words)):
            roles = [
                str(CATALOGUE[role].name) if role in CATALOGUE else str(role)
                for role, granted in module.grants.items()
                if permission in granted
            ]
            if permission in module.to_everyone:
                roles = ["mọi người đã đăng nhập"]
            words = module.words.get(permission, "")
            lines.append(f"| `{permission}` | {words} | {', '.join(roles)} |")
    return _table("Permissions", "| permission | what it allows | roles |\n|---|---|---|", lines)


def _events(name: str) -> str:
    """What the module announces, with the line that the trail shows."""
    announced = {
        event.name: event
        for event in _event_types(Event)
        if event.__module__.startswith(f"{name}.") and "name" in event.__dict__
    }
    lines = [
        f"| `{key}` | {event.sentence} | {', '.join(sorted(event.personal))} |"
        for key, event in sorted(announced.items())
    ]
    return _table("Events", "| event | in the trail | personal fields |\n|---|---|---|", lines)


def _jobs(name: str) -> str:
    """The names of the jobs that the worker does for the module."""
    module = _import_if_there(f"{name}.job_names")
    names = [job.value for enumeration in _enumerations(module) for job in enumeration]
    return "## Jobs\n\n" + "\n".join(f"- `{job}`" for job in names) + "\n" if names else ""


def _figures(name: str) -> str:
    """What the module counts for everybody, by code."""
    from cchc.modules.figures.labels import KINDS  # once the applications are there
    from cchc.modules.figures.public import all_figures

    lines = [
        f"| `{figure.code}` | {figure.name} | {figure.unit} | {KINDS[figure.kind]} |"
        f" {figure.denominator or ''} |"
        for figure in all_figures()
        if figure.module == name.rpartition(".")[2]
    ]
    head = "| code | name | unit | kind | denominator |\n|---|---|---|---|---|"
    return _table("Figures", head, lines)


def _addresses(name: str) -> str:
    """Every address of the module, and what its view says of itself."""
    lines = [
        f"| `/{route}` | `{url_name}` | {_first_line(view)} |"
        for route, url_name, view in sorted(addresses(), key=lambda found: found[:2])
        if view.__module__.startswith(f"{name}.")
    ]
    return _table("Addresses", "| address | name | what it is |\n|---|---|---|", lines)


def addresses(
    patterns: list[Any] | None = None, prefix: str = "", namespace: str = ""
) -> Iterator[tuple[str, str, Any]]:
    """Every address of the site: route, full name, view."""
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        route = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            inner = ":".join(part for part in (namespace, pattern.namespace) if part)
            yield from addresses(pattern.url_patterns, route, inner)
        elif isinstance(pattern, URLPattern):
            name = ":".join(part for part in (namespace, pattern.name) if part)
            yield route, name, inspect.unwrap(pattern.callback)


def _life_cycles(name: str) -> str:
    """Each table of transitions in the rules, drawn."""
    drawn = []
    for module in _modules_under(f"{name}.rules"):
        for variable, table in sorted(vars(module).items()):
            if variable.endswith("TRANSITIONS") and _is_transitions(table):
                drawn.append(f"## Life cycle: {_first_line(module)}\n\n{_mermaid(name, table)}\n")
    return "\n".join(drawn)


def _mermaid(name: str, table: Mapping[StrEnum, Any]) -> str:
    words = _words_for(name, type(next(iter(table))))
    lines = [f"    {state.value} : {words[state]}" for state in table if state in words]
    lines += [
        f"    {state.value} --> {onward.value}"
        for state, targets in table.items()
        for onward in sorted(targets)
    ]
    lines += [f"    {state.value} --> [*]" for state, targets in table.items() if not targets]
    return "```mermaid\nstateDiagram-v2\n" + "\n".join(lines) + "\n```"


def _words_for(name: str, enumeration: type) -> Mapping[Any, str]:
    """The Vietnamese labels of an enumeration, where the module's labels have them."""
    for module in _modules_under(f"{name}.labels"):
        for value in vars(module).values():
            if isinstance(value, Mapping) and value and all(type(k) is enumeration for k in value):
                return {key: str(words) for key, words in value.items()}
    return {}


def _is_transitions(table: object) -> bool:
    return isinstance(table, Mapping) and all(
        isinstance(key, StrEnum) and isinstance(value, set | frozenset | Mapping)
        for key, value in table.items()
    )


def _modules_under(name: str) -> Iterator[ModuleType]:
    """A module and, when it is a package, everything in it."""
    module = _import_if_there(name)
    if module is None:
        return
    yield module
    for found in pkgutil.walk_packages(getattr(module, "__path__", []), prefix=f"{name}."):
        yield importlib.import_module(found.name)


def _import_if_there(name: str) -> ModuleType | None:
    return importlib.import_module(name) if importlib.util.find_spec(name) else None


def _enumerations(module: ModuleType | None) -> list[type[StrEnum]]:
    return [
        value
        for value in vars(module or object).values()
        if inspect.isclass(value) and issubclass(value, StrEnum) and len(value)
    ]


def _event_types(base: type[Event]) -> Iterator[type[Event]]:
    for child in base.__subclasses__():
        yield child
        yield from _event_types(child)


def _first_line(thing: object) -> str:
    return (inspect.getdoc(thing) or "").split("\n")[0]


def _table(title: str, head: str, lines: list[str]) -> str:
    return f"## {title}\n\n{head}\n" + "\n".join(lines) + "\n" if lines else ""


def main() -> None:
    """Write the pages and say which changed."""
    import os
    import sys

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cchc.site.settings")
    import django

    django.setup()
    for name in write():
        sys.stdout.write(f"docs/modules/{name}\n")


if __name__ == "__main__":
    main()
