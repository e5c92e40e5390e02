package io.janua.audit.transparency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TiledTreeTest {

    private static final int LARGE = 65_800;
    private static final DefinedTree DEFINED = DefinedTree.of(LARGE);

    private final TestingTileStore store = new TestingTileStore();

    @Test
    void append_oneByOneMakesTheDefinedTree() {
        for (int size = 0; size < 600; size++) {
            var tree = new TiledTree(store, size);
            assertThat(tree.root()).as("%d", size).isEqualTo(DEFINED.root(size));
            assertThat(tree.append(leaves(size, size + 1))).isEqualTo(size + 1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 255, 256, 257, 511, 512, 513, 65_279, 65_280, 65_281, 65_535, 65_536, 65_537, LARGE})
    void append_atOnceMakesTheDefinedTree(int size) {
        var tree = new TiledTree(store, 0);
        tree.append(leaves(0, size));

        assertThat(tree.size()).isEqualTo(size);
        assertThat(tree.root()).isEqualTo(DEFINED.root(size));
        assertThat(new TiledTree(store, size).root()).as("read again").isEqualTo(DEFINED.root(size));
    }

    @Test
    void append_inBatchesOfAnySizeMakesTheDefinedTree() {
        var random = new Random(7);
        var tree = new TiledTree(store, 0);
        while (tree.size() < LARGE) {
            int from = (int) tree.size();
            int to = Math.min(LARGE, from + random.nextInt(2_000));
            tree.append(leaves(from, to));
            // Now and then another process goes on.
            tree = random.nextBoolean() ? tree : new TiledTree(store, tree.size());
        }

        assertThat(tree.root()).isEqualTo(DEFINED.root(LARGE));
    }

    @ParameterizedTest
    @ValueSource(ints = {255, 256, 257, 1_000, 65_535, 65_536, 65_537, LARGE})
    void proofs_areTheDefinedOnes(int size) {
        var tree = new TiledTree(store, 0);
        tree.append(leaves(0, LARGE));
        var random = new Random(size);
        for (int round = 0; round < 10; round++) {
            int index = random.nextInt(size);

            assertThat(MerkleTree.inclusionProof(tree, index, size))
                    .containsExactlyElementsOf(DEFINED.path(index, size));
            assertThat(MerkleTree.consistencyProof(tree, index, size))
                    .containsExactlyElementsOf(DEFINED.proof(index, size));
        }
    }

    @Test
    void append_touchesFewTiles() {
        new TiledTree(store, 0).append(leaves(0, 60_000));
        int before = store.writes();
        new TiledTree(store, 60_000).append(leaves(60_000, 61_000));

        assertThat(store.writes() - before).as("five of leaves and one above").isLessThanOrEqualTo(6);
    }

    @Test
    void tree_seesOnlyItsOwnSizeOfALargerStore() {
        new TiledTree(store, 0).append(leaves(0, 1_000));
        var older = new TiledTree(store, 300);

        assertThat(older.root()).isEqualTo(DEFINED.root(300));
        assertThatThrownBy(() -> older.hash(0, 300)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> older.hash(2, 75)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> older.hash(63, 0)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void append_afterACrashOverwritesWhatWasNotCounted() {
        new TiledTree(store, 0).append(leaves(0, 300));
        new TiledTree(store, 300).append(leaves(1_000, 1_500));
        var tree = new TiledTree(store, 300);
        tree.append(leaves(300, 700));

        assertThat(tree.root()).isEqualTo(DEFINED.root(700));
        assertThat(new TiledTree(store, 700).root()).isEqualTo(DEFINED.root(700));
    }

    @Test
    void tree_namesTheTileThatIsTooShortOrAbsent() {
        new TiledTree(store, 0).append(leaves(0, 300));

        assertThatIllegalStateException()
                .isThrownBy(() -> new TiledTree(store, 301).root())
                .withMessageContaining("tile 0/1");
        assertThatIllegalStateException()
                .isThrownBy(() -> new TiledTree(store, 600).root())
                .withMessageContaining("tile 1/0");
    }

    @Test
    void append_refusesWhatIsNoHash() {
        assertThatIllegalArgumentException().isThrownBy(() -> new TiledTree(store, 0).append(List.of(new byte[31])));
    }

    private static List<byte[]> leaves(int from, int to) {
        return DEFINED.leafHashes().subList(from, to);
    }
}
