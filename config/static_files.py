"""Static files named with a hash of their content, so browsers may keep them for ever."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class HashedStaticFiles(CompressedManifestStaticFilesStorage):
    # The scripts are modules that import one another; without this those names are not hashed.
    support_js_module_import_aggregation = True
