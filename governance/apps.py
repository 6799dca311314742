from django.apps import AppConfig


class GovernanceConfig(AppConfig):
    name = "governance"

    def ready(self) -> None:
        # Models can be imported only once every app is loaded.
        from governance.agendas.registration import register_all

        register_all()
