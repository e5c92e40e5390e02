package io.janua.hook;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A secret as somebody wants it. */
@Schema(name = "NewHookSecret")
record NewHookSecret(@NotNull SigningSecret.Kind kind) {}
