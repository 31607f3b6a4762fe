"""What stands in the way of a new version of the program that comes as a file."""

from __future__ import annotations

from caregiver_desk.errors.blocked import Blocked
from caregiver_desk.errors.refused import Refused
from caregiver_desk.wording import later


class NoReleaseKey(Blocked):
    code = "no-release-key"
    sentence = later(
        "This program was made without a key of its makers, so it can believe no file to be its next version. Nothing "
        "was changed, and nothing was started. Ask whoever gave you the program."
    )


class NotARelease(Blocked):
    code = "not-a-release"
    sentence = later(
        "“{file}” is no list of a new version. Nothing was changed. Name the file that ends in .sums; its seal "
        "(.sums.sig) and the program lie beside it."
    )


class ReleaseNotBelieved(Blocked):
    code = "release-not-believed"
    sentence = later(
        "This is not sealed by the makers of this program, or it was altered since. Nothing was changed, and nothing "
        "was started. Do not use it, and tell whoever gave it to you."
    )


class ReleaseAltered(Blocked):
    code = "release-altered"
    sentence = later(
        "“{file}” is not the file that its makers sealed. Nothing was started, and your program is as it was. A copy "
        "may have gone wrong: fetch it anew."
    )


class NoReleaseForHere(Blocked):
    code = "no-release-for-here"
    sentence = later("Version {version} brings nothing for this kind of laptop. Nothing was changed.")


class NotNewer(Refused):
    code = "not-newer"
    sentence = later(
        "This is version {version}, and the program here is {present}. Nothing was changed: only a newer one may take "
        "its place, since an older one might not understand your book."
    )
