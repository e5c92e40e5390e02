package io.janua.problem;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Says once, for every operation, that whatever is not a success is a problem. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ProblemResponses implements OASFilter {

    @Override
    public Operation filterOperation(Operation operation) {
        var responses = operation.getResponses();
        responses.getAPIResponses().keySet().stream()
                .filter(status -> status.startsWith("4"))
                .toList()
                .forEach(responses::removeAPIResponse);
        APIResponse problem = OASFactory.createAPIResponse();
        problem.setRef("#/components/responses/Problem");
        responses.addAPIResponse("default", problem);
        return operation;
    }
}
