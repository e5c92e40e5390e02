package io.janua.http;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.janua.problem.JsonRefusals;
import io.janua.problem.Problem;
import io.janua.problem.ProblemView;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;

/**
 * Every body that the API takes as JSON is read and validated, or refused with words of ours. So is a patch of whatever
 * was read before.
 */
public final class JsonBodyFuzzer {

    private static final List<Class<?>> BODIES = Stream.of(
                    "access.BlockContent",
                    "access.CardContent",
                    "access.GroupContent",
                    "access.MemberContent",
                    "access.NewGroup",
                    "access.NewMembers",
                    "access.NewPoint",
                    "access.NewRule",
                    "access.NewSchedule",
                    "access.PinContent",
                    "access.PointContent",
                    "access.RuleContent",
                    "access.ScheduleContent",
                    "enrollment.NewInvitation",
                    "gallery.NewGallery",
                    "gallery.SubjectContent",
                    "hook.HookContent",
                    "privacy.NewConsent",
                    "security.ApiKeyContent",
                    "security.ApiKeyRotation",
                    "security.NewApiKey",
                    "tenant.NewTenant",
                    "tenant.TenantContent")
            .<Class<?>>map(JsonBodyFuzzer::named)
            .toList();

    /** As application.properties and the framework set up the service's own. */
    private static final ObjectMapper JSON = new ObjectMapper()
            .findAndRegisterModules()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL);

    private static final Validator VALIDATOR =
            Validation.buildDefaultValidatorFactory().getValidator();

    private static final MergePatch PATCH = new MergePatch(JSON, VALIDATOR);

    private JsonBodyFuzzer() {}

    public static void fuzzerTestOneInput(FuzzedDataProvider data) throws JsonProcessingException {
        Class<?> type = BODIES.get(data.consumeInt(0, BODIES.size() - 1));
        byte[] first = data.consumeBytes(2_000);
        String second = data.consumeRemainingAsString();
        try {
            Object body = read(first, type);
            if (body != null && VALIDATOR.validate(body).isEmpty()) {
                JSON.writeValueAsString(body);
                patched(body, second);
            }
        } catch (ConstraintViolationException refused) {
            // That is an answer.
        } catch (Problem refused) {
            JSON.writeValueAsString(ProblemView.from(refused));
        }
    }

    private static <T> void patched(T body, String patch) {
        try {
            @SuppressWarnings("unchecked")
            var type = (Class<T>) body.getClass();
            PATCH.apply(body, JSON.readTree(patch), type);
        } catch (JsonProcessingException unfit) {
            throw JsonRefusals.of(unfit);
        }
    }

    private static Object read(byte[] text, Class<?> type) {
        try {
            return JSON.readValue(text, type);
        } catch (JsonProcessingException unfit) {
            throw JsonRefusals.of(unfit);
        } catch (CharConversionException noText) {
            throw JsonRefusals.ofNoText();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static Class<?> named(String name) {
        try {
            return Class.forName("io.janua." + name);
        } catch (ClassNotFoundException renamed) {
            throw new IllegalStateException(renamed);
        }
    }
}
