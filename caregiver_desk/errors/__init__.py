"""Three families of trouble, and a sentence for each.

Decision. `Refused` is your input or a rule of practice; `Blocked` is the world (a passphrase, a disk, a file that
is not for you); `Broken` is ours. Each class has one stable `code`, which is the message key, the help anchor and,
through its family, the exit status of the command line. A sentence says what happened, what is safe, and what to
do next; its facts are numbers, ids and names of fields, never a private word. Each subject has a file, with what
it refuses and what is in its way; what no one subject owns stands with its family.

Consequence. Whoever catches a `Problem` can show it as it is. Errors of SQLAlchemy, the cipher, age or the operating
system never leave the room that uses them.
"""

from __future__ import annotations

from caregiver_desk.errors.blocked import *  # noqa: F403 - a file is one subject; its names are those that it defines
from caregiver_desk.errors.book import *  # noqa: F403
from caregiver_desk.errors.broken import *  # noqa: F403
from caregiver_desk.errors.cards import *  # noqa: F403
from caregiver_desk.errors.concerns import *  # noqa: F403
from caregiver_desk.errors.fairness import *  # noqa: F403
from caregiver_desk.errors.growth import *  # noqa: F403
from caregiver_desk.errors.hub import *  # noqa: F403
from caregiver_desk.errors.intake import *  # noqa: F403
from caregiver_desk.errors.leaving import *  # noqa: F403
from caregiver_desk.errors.mailboxes import *  # noqa: F403
from caregiver_desk.errors.nearby import *  # noqa: F403
from caregiver_desk.errors.neighbours import *  # noqa: F403
from caregiver_desk.errors.organisation import *  # noqa: F403
from caregiver_desk.errors.people import *  # noqa: F403
from caregiver_desk.errors.problem import Problem as Problem
from caregiver_desk.errors.process import *  # noqa: F403
from caregiver_desk.errors.refused import *  # noqa: F403
from caregiver_desk.errors.sharing import *  # noqa: F403
from caregiver_desk.errors.stepping import *  # noqa: F403
from caregiver_desk.errors.supervision import *  # noqa: F403
from caregiver_desk.errors.trainer import *  # noqa: F403
from caregiver_desk.errors.translating import *  # noqa: F403
from caregiver_desk.errors.updating import *  # noqa: F403
from caregiver_desk.errors.visits import *  # noqa: F403
from caregiver_desk.errors.wellbeing import *  # noqa: F403
