package io.janua.evaluation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.janua.evaluation.PackOutcome.Judged;
import io.janua.evaluation.PackOutcome.Unfit;
import io.janua.time.Stage;
import io.janua.vision.model.Rate;
import java.util.List;

/** The figures for programs: rates from 0 to 1, null where nothing could be counted. */
final class EvaluationJson {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private EvaluationJson() {}

    static ObjectNode of(Evaluation evaluation) {
        ObjectNode json = NODES.objectNode();
        json.put("at", evaluation.at().toString());
        json.put("photographs", evaluation.photographs());
        json.put("people", evaluation.people());
        json.put("peopleWithSeveral", evaluation.peopleWithSeveral());
        json.put("listedPairs", evaluation.listedPairs());
        json.put("threads", evaluation.threads());
        json.set("leftOut", leftOut(evaluation.leftOut()));
        ArrayNode packs = json.putArray("packs");
        for (PackOutcome pack : evaluation.packs()) {
            packs.add(
                    switch (pack) {
                        case Judged judged -> judged(judged, evaluation);
                        case Unfit unfit ->
                            NODES.objectNode().put("pack", unfit.pack()).put("notJudged", unfit.why());
                    });
        }
        return json;
    }

    private static ObjectNode judged(Judged pack, Evaluation evaluation) {
        ObjectNode json = NODES.objectNode().put("pack", pack.pack());
        ArrayNode models = json.putArray("models");
        pack.models().forEach(model -> models.addObject()
                .put("id", model.id())
                .put("sha256", model.sha256())
                .put("bytes", model.bytes()));
        Acquisition acquisition = pack.acquisition();
        json.putObject("acquisition")
                .put("acquired", acquisition.acquired())
                .put("notAcquired", acquisition.notAcquired())
                .put("severalFaces", acquisition.severalFaces())
                .put("poorQuality", acquisition.poorQuality())
                .<ObjectNode>set("failureToAcquire", rate(acquisition.failureToAcquire()))
                .set("unusable", leftOut(acquisition.unusable()));
        pack.protocol().ifPresent(protocol -> {
            ObjectNode listed = curve(protocol.curve(), pack.threshold(), evaluation.fmr());
            listed.put("refused", protocol.refused()).put("unusable", protocol.unusable());
            protocol.accuracy().ifPresent(folds -> {
                ObjectNode accuracy = listed.putObject("accuracy")
                        .put("mean", folds.mean())
                        .put("standardError", folds.standardError());
                interval(accuracy, folds.interval());
                ArrayNode each = accuracy.putArray("folds");
                folds.folds().forEach(each::add);
            });
            json.set("listed", listed);
        });
        json.set("allPairs", curve(pack.all(), pack.threshold(), evaluation.fmr()));
        json.set("catalogueThresholds", catalogue(pack));
        json.set("identification", identification(pack.identification()));
        json.set("milliseconds", milliseconds(pack.times()));
        return json;
    }

    private static ObjectNode curve(ErrorCurve curve, double threshold, double fmr) {
        ObjectNode json = NODES.objectNode().put("mated", curve.matedPairs()).put("nonMated", curve.nonMatedPairs());
        number(json, "equalErrorRate", curve.equalErrorRate());
        ArrayNode accepts = json.putArray("trueAcceptRates");
        if (!curve.isEmpty()) {
            for (double far : ResultTables.FALSE_ACCEPT_RATES) {
                accepts.addObject()
                        .put("far", far)
                        .put("threshold", curve.thresholdFor(far))
                        .put("supported", curve.supports(far))
                        .set("tar", rate(curve.tarAt(curve.thresholdFor(far))));
            }
        }
        Confusion confusion = curve.confusionAt(threshold);
        ObjectNode point = json.putObject("operatingPoint").put("fmr", fmr).put("threshold", threshold);
        point.set("falseMatchRate", rate(confusion.falseMatchRate()));
        point.set("falseNonMatchRate", rate(confusion.falseNonMatchRate()));
        point.set("precision", rate(confusion.precision()));
        point.set("recall", rate(confusion.recall()));
        point.set("accuracy", rate(confusion.accuracy()));
        number(point, "f1", confusion.f1());
        return json;
    }

    private static ArrayNode catalogue(Judged pack) {
        ArrayNode json = NODES.arrayNode();
        pack.embedder().calibration().orElseThrow().points().forEach(point -> {
            ObjectNode row = json.addObject().put("fmr", point.fmr()).put("threshold", point.threshold());
            row.set("falseMatchRate", rate(pack.all().fmrAt(point.threshold())));
            row.set("falseNonMatchRate", rate(pack.all().fnmrAt(point.threshold())));
        });
        return json;
    }

    private static ObjectNode identification(Identification identification) {
        ObjectNode json = NODES.objectNode()
                .put("gallery", identification.gallerySize())
                .put("probes", identification.probes())
                .put("probesNotAcquired", identification.notAcquired());
        ArrayNode ranks = json.putArray("withinRank");
        for (int rank = 1; rank <= Identification.RANKS; rank++) {
            ranks.add(rate(identification.within(rank)));
        }
        return json;
    }

    private static ObjectNode milliseconds(StageTimes times) {
        ObjectNode json = NODES.objectNode();
        json.set("photograph", time(times.ofPhotographs()));
        for (Stage stage : List.of(Stage.DECODE, Stage.DETECT, Stage.ALIGN, Stage.QUALITY, Stage.EMBED)) {
            json.set(stage.wireName(), time(times.of(stage)));
        }
        return json;
    }

    private static ObjectNode time(StageTimes.Summary time) {
        ObjectNode json = NODES.objectNode();
        number(json, "median", time.median());
        number(json, "p95", time.p95());
        return json;
    }

    private static ObjectNode rate(Rate rate) {
        ObjectNode json = NODES.objectNode().put("count", rate.count()).put("of", rate.of());
        number(json, "value", rate.value());
        interval(json, rate.interval());
        return json;
    }

    private static void interval(ObjectNode json, Rate.Interval interval) {
        number(json, "low95", interval.low());
        number(json, "high95", interval.high());
    }

    /** JSON has no NaN. */
    private static void number(ObjectNode json, String name, double value) {
        json.put(name, Double.isFinite(value) ? Double.valueOf(value) : null);
    }

    private static ArrayNode leftOut(List<LeftOut> all) {
        ArrayNode json = NODES.arrayNode();
        all.forEach(one -> json.addObject().put("what", one.what()).put("why", one.why()));
        return json;
    }
}
