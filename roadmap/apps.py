from django.apps import AppConfig


class RoadmapConfig(AppConfig):
    name = "roadmap"

    def ready(self) -> None:
        # Models can be imported only once every app is loaded.
        from roadmap.registration import register_all

        register_all()
