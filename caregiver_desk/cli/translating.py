"""The words of languages: which there are, out to whoever speaks one, and back."""

from __future__ import annotations

import argparse

from caregiver_desk.cli.session import progress, tell
from caregiver_desk.errors import NotUnderstood
from caregiver_desk.reports import translating
from caregiver_desk.wording import count, is_reviewed, languages, name_of, say, tag_of


def words(arguments: argparse.Namespace) -> int:
    """Say which languages there are, write a file for one, or take one in. It needs no book."""
    if not arguments.language:
        return _languages(arguments)
    tag = tag_of(arguments.language)
    if not (tag.isascii() and tag.isalpha()):
        raise NotUnderstood(field="LANGUAGE", reason=say("a language by its name, or a tag such as zu"))
    if arguments.out:
        left = translating.hand_out(tag, arguments.out)
        told = count("{number} sentence is not said in it yet.", "{number} sentences are not said in it yet.", left)
        tell(arguments, {"language": tag, "left": left, "file": str(arguments.out)}, told)
    elif arguments.take:
        _take(arguments, tag)
    else:
        raise NotUnderstood(field="words", reason=say("say --out FILE, or --take FILE"))
    return 0


def _languages(arguments: argparse.Namespace) -> int:
    for tag in languages():
        read = say("read by somebody who speaks it") if is_reviewed(tag) else say("a draft that nobody has read yet")
        told = say("{tag}  {name}: {read}", tag=tag, name=name_of(tag), read=read)
        tell(arguments, {"language": tag, "name": name_of(tag), "reviewed": is_reviewed(tag)}, told)
    return 0


def _take(arguments: argparse.Namespace, tag: str) -> None:
    taken = translating.take_in(tag, arguments.take)
    told = count("{number} sentence is said now.", "{number} sentences are said now.", taken.said)
    tell(arguments, {"language": tag, "said": taken.said, "misfits": list(taken.misfits)}, told)
    for each in taken.misfits:
        progress(say("Left out, for we do not say this, or its places differ: {english}", english=each))
