"""One matter, followed through the bodies and councils that take it."""

from django.db import models

from governance.history.models import kept


class IssueQuerySet(models.QuerySet["Issue"]):
    def visible_to(self, user: object) -> "IssueQuerySet":
        """Everybody may know which matters there are; what was said of each is checked itself."""
        return self


class Issue(models.Model):
    """A matter such as a shared strategy, which several councils each decide for themselves."""

    title = models.CharField(max_length=300)
    slug = models.SlugField(max_length=120, unique=True)
    partnership = models.ForeignKey(
        "governance.Partnership", models.PROTECT, null=True, blank=True, related_name="issues"
    )

    objects = IssueQuerySet.as_manager()
    history = kept()

    def __str__(self) -> str:
        return self.title
