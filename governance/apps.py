from django.apps import AppConfig


class GovernanceConfig(AppConfig):
    name = "governance"

    def ready(self) -> None:
        # Models can be imported only once every app is loaded.
        from governance.agendas import registration as agendas

        # The same.
        from governance.exemptions import registration as exemptions

        for feature in (agendas, exemptions):
            feature.register_all()
