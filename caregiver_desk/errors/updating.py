"""What stands in the way of a new version of the program that comes as a file."""

from __future__ import annotations

from caregiver_desk.errors.blocked import Blocked
from caregiver_desk.errors.refused import Refused
from caregiver_desk.wording import later


class NoReleaseKey(Blocked):
    code = "no-release-key"
    sentence = later(
        "This program has no key of its makers, so it believes no new version. Nothing was changed. Ask whoever gave "
        "you the program."
    )


class NotARelease(Blocked):
    code = "not-a-release"
    sentence = later("“{file}” is no list of a new version. Nothing was changed. Name the file that ends in .sums.")


class ReleaseNotBelieved(Blocked):
    code = "release-not-believed"
    sentence = later(
        "The makers of this program did not seal this, or it was altered. Nothing was started. Do not use it; tell "
        "whoever gave it."
    )


class ReleaseAltered(Blocked):
    code = "release-altered"
    sentence = later(
        "“{file}” is not as its makers sealed it. Nothing was started; your program is as it was. Fetch it once more."
    )


class ReleaseUnderWay(Blocked):
    code = "release-under-way"
    sentence = later(
        "A new version is being copied on this laptop already. Nothing was changed. Wait until that is done, then try "
        "again."
    )


class NoReleaseForHere(Blocked):
    code = "no-release-for-here"
    sentence = later("Version {version} brings nothing for this kind of laptop. Nothing was changed.")


class InstallerNotStarted(Blocked):
    code = "installer-not-started"
    sentence = later(
        "The installer could not be started. Nothing was changed; the program is as it was. Close it, then open {file} "
        "yourself."
    )


class NotNewer(Refused):
    code = "not-newer"
    sentence = later(
        "This is version {version}, and the program here is {present}. Nothing was changed: only a newer one may take"
        " its place."
    )
