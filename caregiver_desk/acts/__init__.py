"""What a person can do: one keyword-only function an act, listed once."""


def load() -> None:
    """Fill the register: every subject's acts."""
    from importlib import import_module

    for subject in (
        "people",
        "households",
        "sharing_out",
        "visits",
        "supervision",
        "bringing",
        "heard",
        "observation",
        "agreement",
        "groups",
        "promises",
        "requests",
        "support",
        "wellbeing",
        "events",
        "safety",
        "strain",
        "referrals",
        "sharing",
        "concerns",
        "returns",
        "handing_over",
        "leaving",
        "coming_back",
        "replacing",
        "organisation",
        "conflicts",
        "sameness",
        "undoing",
        "retention",
        "times",
        "customs",
        "wording",
        "intake",
        "growth.roads",
        "growth.plans",
        "growth.thanks",
        "growth.partnerships",
        "fairness.surveys",
        "growth.courses",
        "growth.training",
        "growth.tasks",
        "growth.cohorts",
    ):
        import_module(f"caregiver_desk.acts.{subject}")
