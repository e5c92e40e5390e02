package io.janua.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * For what only the models of the default pack can show: what was measured with them, and liveness. Skipped, and counted
 * as that, where another pack runs.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsDefaultPack.Condition.class)
public @interface NeedsDefaultPack {

    final class Condition implements ExecutionCondition {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext test) {
            String needed = TestModels.CATALOG.standard().id();
            String running = TestModels.running().id();
            return running.equals(needed)
                    ? ConditionEvaluationResult.enabled("runs " + needed)
                    : ConditionEvaluationResult.disabled(
                            "skipped: needs the pack %s, and %s runs".formatted(needed, running));
        }
    }
}
