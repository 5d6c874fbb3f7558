package dev.grantkeep.adapter.mongo.connection;

import static org.assertj.core.api.Assertions.assertThat;

import org.bson.Document;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WinningPlanTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                // a find
                "{queryPlanner: {winningPlan: {stage: 'LIMIT', inputStage: {stage: 'FETCH', inputStage: {stage: 'IXSCAN'}}}}}",
                // by _id
                "{queryPlanner: {winningPlan: {stage: 'IDHACK'}}}",
                "{queryPlanner: {winningPlan: {isCached: false, stage: 'EXPRESS_IXSCAN'}}}",
                "{queryPlanner: {winningPlan: {stage: 'EXPRESS_CLUSTERED_IXSCAN'}}}",
                // a count
                "{queryPlanner: {winningPlan: {stage: 'COUNT', inputStage: {stage: 'COUNT_SCAN'}}}}",
                // an aggregation, in the classic engine and in the other
                "{stages: [{$cursor: {queryPlanner: {winningPlan: {stage: 'IXSCAN'}}}}, {$lookup: {from: 'client'}}]}",
                "{queryPlanner: {winningPlan: {queryPlan: {stage: 'GROUP', inputStage: {stage: 'IXSCAN'}}, slotBasedPlan: {}}}}",
                // several branches
                "{queryPlanner: {winningPlan: {stage: 'OR', inputStages: [{stage: 'IXSCAN'}, {stage: 'IXSCAN'}]}}}",
                // through a router
                "{queryPlanner: {winningPlan: {stage: 'SHARD_MERGE', shards: [{winningPlan: {stage: 'IXSCAN'}}]}}}",
                // another plan that was not taken
                "{queryPlanner: {winningPlan: {stage: 'IXSCAN'}, rejectedPlans: [{stage: 'COLLSCAN'}]}}"
            })
    void goesByAnIndex(String explained) {
        assertThat(WinningPlan.isByIndex(Document.parse(explained))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{queryPlanner: {winningPlan: {stage: 'COLLSCAN'}}}",
                "{queryPlanner: {winningPlan: {stage: 'SORT', inputStage: {stage: 'COLLSCAN'}}}}",
                "{stages: [{$cursor: {queryPlanner: {winningPlan: {stage: 'COLLSCAN'}}}}]}",
                "{queryPlanner: {winningPlan: {stage: 'OR', inputStages: [{stage: 'IXSCAN'}, {stage: 'COLLSCAN'}]}}}",
                "{queryPlanner: {winningPlan: {stage: 'SHARD_MERGE', shards: ["
                        + "{winningPlan: {stage: 'IXSCAN'}}, {winningPlan: {stage: 'COLLSCAN'}}]}}}",
                // in other words
                "{queryPlanner: {winningPlan: {stage: 'Seq Scan'}}}",
                "{queryPlanner: {winningPlan: {'Node Type': 'Custom Scan'}}}",
                // no words at all
                "{queryPlanner: {winningPlan: {}}}",
                "{queryPlanner: {rejectedPlans: [{stage: 'IXSCAN'}]}}",
                "{queryPlanner: {parsedQuery: {stage: 'IXSCAN'}, winningPlan: {stage: 'FETCH'}}}",
                "{ok: 1}"
            })
    void doesNotGoByAnIndex(String explained) {
        assertThat(WinningPlan.isByIndex(Document.parse(explained))).isFalse();
    }
}
