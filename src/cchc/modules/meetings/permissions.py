"""What can be allowed in the meetings module."""

from enum import StrEnum


class Permission(StrEnum):
    """Permissions on the work calendar of leaders and on meetings.

    Those of the calendar are asked of the agency that keeps it (the Office, for the provincial
    committee); those of meetings of the agency that organises, or that is invited.
    """

    VIEW_CALENDAR = "meetings.calendar.view"
    """See what is proposed and not published yet. What is published everybody sees."""
    PROPOSE = "meetings.entry.propose"
    """In the name of the own agency: into its calendar, or into that of the province's leaders."""
    APPROVE = "meetings.entry.approve"
    PUBLISH = "meetings.week.publish"
    SET_UP = "meetings.calendar.set_up"
    """Rooms, and who keeps a calendar."""

    VIEW = "meetings.meeting.view"
    """Meetings that the agency organises or is invited to."""
    ORGANISE = "meetings.meeting.organise"
    ANSWER = "meetings.invitation.answer"
    """Answer invitations and hand in papers in the name of the invited agency."""
    CONCLUDE = "meetings.meeting.conclude"
    """Confirm conclusions and hand them over as tasks."""
