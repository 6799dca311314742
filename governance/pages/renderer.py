"""Forms in the design system's markup.

`{{ form }}` gives every field; `{{ form.title.as_field_group }}` one. Widgets are drawn by
templates/django/forms/widgets/. The error summary stands at the top of the page, not in the form:
templates/layout/page.html shows it for `form`, and a fragment writes `{% error_summary form %}`.
"""

from django.forms.renderers import TemplatesSetting


class DesignSystemRenderer(TemplatesSetting):
    form_template_name = "components/form.html"
    field_template_name = "components/field.html"
