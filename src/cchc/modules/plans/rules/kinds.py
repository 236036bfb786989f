"""The closed lists of words of the module: stored, stable, never shown as they are."""

from enum import StrEnum


class PlanKind(StrEnum):
    """What sort of document gives the work."""

    ANNUAL = "ANNUAL"
    MULTI_YEAR = "MULTI_YEAR"
    THEMATIC = "THEMATIC"
    DIRECTIVE = "DIRECTIVE"
    """Decision, directive, official letter, notice or conclusion that gives duties."""


class PlanStatus(StrEnum):
    """Where a plan stands: being prepared, in force, or taken back."""

    DRAFT = "DRAFT"
    CONFIRMED = "CONFIRMED"
    WITHDRAWN = "WITHDRAWN"


class TaskStatus(StrEnum):
    """Whether a row of the plan is in force."""

    ACTIVE = "ACTIVE"
    WITHDRAWN = "WITHDRAWN"


class Obligation(StrEnum):
    """The two ways in which an agency is bound by a task."""

    LEAD = "LEAD"
    COORDINATING = "COORDINATING"


class TimeKind(StrEnum):
    """What sort of time a task has; the values are those of the reader's published JSON."""

    NONE = "none"
    PERIOD = "period"
    DEADLINE = "deadline"
    CONTINUOUS = "continuous"
    RECURRING = "recurring"
    BY_REFERENCE = "by_reference"
    CONDITIONAL = "conditional"
    FROM = "from"


class Freq(StrEnum):
    """The unit of a rhythm; the values are those of the reader's published JSON."""

    DAILY = "daily"
    WEEKLY = "weekly"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    SEMIANNUAL = "semiannual"
    YEARLY = "yearly"


class WaitingFor(StrEnum):
    """What an occurrence without a deadline waits for."""

    EVENT = "EVENT"
    """Something that must happen first ("khi có văn bản mới")."""
    REFERENCE = "REFERENCE"
    """Another document that will set the time ("theo Kế hoạch của …")."""
    DEADLINE = "DEADLINE"
    """The paper names no time at all: someone must set one."""


class TriggerKind(StrEnum):
    """What ended a waiting."""

    EVENT = "EVENT"
    REFERENCE = "REFERENCE"


class SubmissionState(StrEnum):
    """Where one round of handing in stands."""

    HANDED_IN = "HANDED_IN"
    APPROVED = "APPROVED"
    ACCEPTED = "ACCEPTED"
    RETURNED_BY_HEAD = "RETURNED_BY_HEAD"
    RETURNED = "RETURNED"


class ExtensionState(StrEnum):
    """What became of a request for more time."""

    PENDING = "PENDING"
    GRANTED = "GRANTED"
    REFUSED = "REFUSED"


class DueChangeKind(StrEnum):
    """Why a deadline was set anew."""

    EXTENDED = "EXTENDED"
    RESUMED = "RESUMED"
    CORRECTED = "CORRECTED"
    SOURCE = "SOURCE"
    """Another document that gives the same work sets another deadline."""
    ABOVE = "ABOVE"
    """The work above got an earlier deadline, and what hangs on it follows."""
    CALENDAR = "CALENDAR"
    """It was reckoned in working days, and the calendar changed."""


class HandbackState(StrEnum):
    """What became of work that an agency handed back to whoever gave it."""

    PENDING = "PENDING"
    INSISTED = "INSISTED"
    """Whoever gave it says that it stays where it is."""
    PASSED_ON = "PASSED_ON"
    TAKEN_UP = "TAKEN_UP"
    """The agency went on with it after all."""
    ENDED = "ENDED"
    """The work was withdrawn meanwhile."""


class SourceSettlement(StrEnum):
    """What was decided where a second source of a task says otherwise than the task."""

    KEPT = "KEPT"
    """The task stays as it was given first."""
    RE_DATED = "RE_DATED"
    """The deadline of the second source is taken."""
    SEPARATED = "SEPARATED"
    """The duty of the second source is a task of its own."""


class DraftState(StrEnum):
    """Where an import stands."""

    QUEUED = "QUEUED"
    READING = "READING"
    READY = "READY"
    FAILED = "FAILED"
    CONFIRMED = "CONFIRMED"
    ABANDONED = "ABANDONED"


class DraftOrigin(StrEnum):
    """How an import came in."""

    UPLOAD = "UPLOAD"
    MAIL = "MAIL"
    BY_HAND = "BY_HAND"


class Comparator(StrEnum):
    """How a target's quantity is to be read."""

    EQUAL = "="
    AT_LEAST = ">="
    MORE_THAN = ">"
    AT_MOST = "<="
    LESS_THAN = "<"
