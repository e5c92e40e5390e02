package io.janua.access;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What may be said of a PIN. */
@Schema(name = "AccessPin")
record PinView(boolean pin, boolean duressPin) {}
