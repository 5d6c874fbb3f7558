package dev.grantkeep.adapter.mongo.testing;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Skips what only a real MongoDB can show. */
final class RealMongoCondition implements ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return AnnotationSupport.findAnnotation(context.getElement(), RealMongo.class)
                .filter(needed -> !MongoTestServer.chosen().isReal())
                .map(needed -> ConditionEvaluationResult.disabled(
                        "needs a real MongoDB (TEST_MONGODB_URI or Docker): the stand-in does not " + needed.value()))
                .orElseGet(() -> ConditionEvaluationResult.enabled("there is a real MongoDB"));
    }
}
