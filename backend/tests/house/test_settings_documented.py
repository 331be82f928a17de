"""Every environment variable is told in three places in the same words: settings.py, .env.example, docs/running.md."""

import re
from pathlib import Path

from pydantic import AliasChoices, SecretStr

from saleroom.settings import REPOSITORY, Settings

_EXAMPLE = re.compile(r"^# (?P<text>.+)\n#(?P<name>[A-Z][A-Z0-9_]*)=(?P<default>.*)$", re.MULTILINE)
_ROW = re.compile(r"^\| `(?P<name>[A-Z][A-Z0-9_]*)` \| (?P<default>.*?) \| (?P<text>.+) \|$", re.MULTILINE)


def told_by_the_settings() -> dict[str, tuple[str, str]]:
    """Variable name to its text and its default as one would write it."""
    told = {}
    for field, info in Settings.model_fields.items():
        alias = info.validation_alias
        name = str(alias.choices[0]) if isinstance(alias, AliasChoices) else f"SALEROOM_{field.upper()}"
        told[name] = (info.description or "", written(info.default))
    return told


def written(default: object) -> str:
    match default:
        case None:
            return ""
        case bool():
            return str(int(default))
        case tuple():
            return ",".join(str(part) for part in default)
        case SecretStr():
            return default.get_secret_value()
        case Path():
            return str(default.relative_to(REPOSITORY))
        case _:
            return str(default)


def test_every_variable_has_one_sentence_or_more() -> None:
    for name, (text, _) in told_by_the_settings().items():
        assert text.endswith(".") and "\n" not in text, f"{name} needs a docstring of whole sentences on one line"


def test_the_example_file_names_every_variable_with_its_default_in_the_words_of_the_settings() -> None:
    text = (REPOSITORY / ".env.example").read_text()
    told = {one["name"]: (one["text"], one["default"]) for one in _EXAMPLE.finditer(text)}
    assert told == told_by_the_settings(), "write:\n" + "\n".join(
        f"# {words}\n#{name}={default}" for name, (words, default) in told_by_the_settings().items()
    )


def test_the_page_about_running_names_every_variable_with_its_default_in_the_words_of_the_settings() -> None:
    text = (REPOSITORY / "docs" / "running.md").read_text()
    told = {one["name"]: (one["text"], one["default"].strip("` ")) for one in _ROW.finditer(text)}
    assert told == told_by_the_settings(), "write:\n" + "\n".join(
        f"| `{name}` | {f'`{default}`' if default else ''} | {words} |" for name, (words, default) in told_by_the_settings().items()
    )


def test_nothing_but_the_settings_and_the_start_reads_our_variables_from_the_environment() -> None:
    known = set(told_by_the_settings())
    for file in (REPOSITORY / "backend" / "saleroom").rglob("*.py"):
        named = set(re.findall(r"[\"'](SALEROOM_[A-Z_]+)[\"']", file.read_text()))
        assert named <= known, f"{file.name} names {named - known}, which settings.py does not document"
