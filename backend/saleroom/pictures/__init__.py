"""Pictures: what strangers upload becomes clean files of known sizes. No SQL and no HTTP."""
