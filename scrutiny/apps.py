from django.apps import AppConfig


class ScrutinyConfig(AppConfig):
    name = "scrutiny"

    def ready(self) -> None:
        # Models can be imported only once every app is loaded.
        from scrutiny.registration import register_all

        register_all()
