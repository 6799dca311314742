from django.apps import AppConfig


class GovernanceConfig(AppConfig):
    name = "governance"

    def ready(self) -> None:
        # Models can be imported only once every app is loaded.
        from governance.agendas import registration as agendas

        # The same.
        from governance.exemptions import registration as exemptions

        # The same.
        from governance.reminders import registration as reminders

        # The same.
        from governance.subscriptions import registration as subscriptions

        for feature in (agendas, exemptions, reminders, subscriptions):
            feature.register_all()
