"""What is committed is ours, and installs anywhere."""

from __future__ import annotations

import re
import tomllib

from tests.house.sources import ROOT, files, named, short, text

HOSTS = re.compile(
    r"\b(registry\.(?:npm"
    r"js|yarn"
    r"pkg)|py"
    r"pi\.org|files\.python"
    r"hosted|deb\.deb"
    r"ian)\b"
)
OURS = {
    ".py",
    ".toml",
    ".md",
    ".html",
    ".css",
    ".js",
    ".txt",
    ".in",
    ".json",
    ".sh",
    ".yaml",
    ".yml",
}
BINARY = {".docx", ".pdf", ".png", ".xlsx", ".jpg", ".woff2", ".ttf"}
LARGEST = 1_500_000
DEPENDENCY = re.compile(r'^\s*"[^"]+",?\s*(#.*)?$')


def test_no_address_of_a_registry_is_committed() -> None:
    found = [
        short(path)
        for path in files()
        if path.suffix not in BINARY
        and HOSTS.search(path.read_text(encoding="utf-8", errors="ignore"))
    ]

    assert found == []


def test_the_locks_hold_hashes_and_no_addresses() -> None:
    assert '"resolved"' not in text(ROOT / "package-lock.json")
    for name in ("base", "dev", "tools"):
        lock = text(ROOT / "requirements" / f"{name}.txt")
        assert "://" not in lock
        assert lock.count("==") <= lock.count("--hash=")


def test_no_third_party_file_is_committed() -> None:
    """Libraries are installed; a minified file or a bundle has no place here."""
    found = [
        short(path)
        for path in files()
        if ".min." in path.name or "node_modules" in path.parts or path.suffix in {".woff2", ".ttf"}
    ]
    large = [short(path) for path in files() if path.stat().st_size > LARGEST]

    assert found == []
    assert large == []


def test_every_dependency_says_why_it_is_there() -> None:
    lines = text(ROOT / "pyproject.toml").splitlines()
    start = lines.index("dependencies = [")
    end = lines.index("]", start)
    silent = [line.strip() for line in lines[start + 1 : end] if "#" not in line]

    assert silent == []
    assert all(DEPENDENCY.match(line) for line in lines[start + 1 : end])


def test_the_commands_of_the_readme_exist() -> None:
    targets = set(re.findall(r"^([a-z]+):", text(ROOT / "Makefile"), re.MULTILINE))
    from cchc.site.cli import COMMANDS

    pages = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "deploy" / "README.md"]
    for path in pages:
        assert set(re.findall(r"`make ([a-z]+)`", text(path))) <= targets, short(path)
        named_commands = set(re.findall(r"`cchc ([a-z-]+)", text(path)))
        assert named_commands <= {command.name for command in COMMANDS}, short(path)


def test_the_pages_that_are_linked_exist() -> None:
    missing = [
        f"{short(path)}: {target}"
        for path in named(".md")
        for target in re.findall(r"\]\((?!https?://|#|mailto:)([^)#\s]+)", text(path))
        if not (path.parent / target).exists()
    ]

    assert missing == []


def test_the_version_stands_in_the_changelog() -> None:
    from cchc import __version__

    assert f"## {__version__}" in text(ROOT / "CHANGELOG.md")
    assert tomllib.loads(text(ROOT / "pyproject.toml"))["project"]["license"] == "EUPL-1.2"
