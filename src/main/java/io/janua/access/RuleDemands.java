package io.janua.access;

import org.jspecify.annotations.Nullable;

/**
 * What a rule demands beyond membership and time. Where the access point demands more, the point's word holds.
 *
 * @param liveness whether a living face must have been seen
 * @param fmr how rarely a stranger may be taken for the person; null for what the point says
 * @param factors null for what the point says
 * @param escortSeconds within which somebody of the rule's escort group must have passed too; null without an escort
 */
public record RuleDemands(
        boolean liveness,
        @Nullable Double fmr,
        @Nullable Factors factors,
        @Nullable Integer escortSeconds) {

    static final RuleDemands NONE = new RuleDemands(false, null, null, null);
}
