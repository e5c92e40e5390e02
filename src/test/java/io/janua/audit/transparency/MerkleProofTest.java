package io.janua.audit.transparency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MerkleProofTest {

    private static final int SIZES = 70;
    private static final DefinedTree TREE = DefinedTree.of(SIZES);

    @Test
    void includes_acceptsEveryLeafOfEveryTree() {
        for (int size = 1; size <= SIZES; size++) {
            for (int index = 0; index < size; index++) {
                List<byte[]> path = MerkleTree.inclusionProof(TREE, index, size);

                assertThat(path).containsExactlyElementsOf(TREE.path(index, size));
                assertThat(MerkleProof.includes(leaf(index), index, size, path, TREE.root(size)))
                        .as("%d of %d", index, size)
                        .isTrue();
            }
        }
    }

    @Test
    void includes_refusesAnotherLeafPlaceSizeRootAndPath() {
        for (int size = 2; size <= 20; size++) {
            byte[] root = TREE.root(size);
            for (int index = 0; index < size; index++) {
                List<byte[]> path = TREE.path(index, size);
                for (int other = 0; other < size; other++) {
                    assertThat(MerkleProof.includes(leaf(index), other, size, path, root))
                            .isEqualTo(other == index);
                    assertThat(MerkleProof.includes(leaf(other), index, size, path, root))
                            .isEqualTo(other == index);
                }
                assertThat(MerkleProof.includes(leaf(index), -1, size, path, root))
                        .isFalse();
                assertThat(MerkleProof.includes(leaf(index), size, size, path, root))
                        .isFalse();
                assertThat(MerkleProof.includes(leaf(index), index, size, path, TREE.root(size - 1)))
                        .isFalse();
                for (List<byte[]> damaged : damaged(path)) {
                    assertThat(MerkleProof.includes(leaf(index), index, size, damaged, root))
                            .isFalse();
                }
            }
        }
    }

    @Test
    void isExtension_acceptsEveryPairOfSizes() {
        for (int to = 0; to <= SIZES; to++) {
            for (int from = 0; from <= to; from++) {
                List<byte[]> path = MerkleTree.consistencyProof(TREE, from, to);

                assertThat(path).containsExactlyElementsOf(TREE.proof(from, to));
                assertThat(MerkleProof.isExtension(from, TREE.root(from), to, TREE.root(to), path))
                        .as("%d to %d", from, to)
                        .isTrue();
            }
        }
    }

    @Test
    void isExtension_refusesAnotherHistorySizeAndPath() {
        for (int to = 2; to <= 20; to++) {
            byte[] root = TREE.root(to);
            for (int from = 1; from < to; from++) {
                byte[] older = TREE.root(from);
                List<byte[]> path = TREE.proof(from, to);

                assertThat(MerkleProof.isExtension(from, MerkleHash.leaf(older), to, root, path))
                        .isFalse();
                assertThat(MerkleProof.isExtension(from, older, to, older, path))
                        .isFalse();
                assertThat(MerkleProof.isExtension(from + 1, older, to, root, path))
                        .isFalse();
                assertThat(MerkleProof.isExtension(from, older, from - 1, root, path))
                        .isFalse();
                for (List<byte[]> damaged : damaged(path)) {
                    assertThat(MerkleProof.isExtension(from, older, to, root, damaged))
                            .isFalse();
                }
            }
        }
    }

    @Test
    void isExtension_ofTheEmptyTreeNeedsItsRoot() {
        assertThat(MerkleProof.isExtension(0, MerkleHash.empty(), 5, TREE.root(5), List.of()))
                .isTrue();
        assertThat(MerkleProof.isExtension(0, TREE.root(1), 5, TREE.root(5), List.of()))
                .isFalse();
    }

    @Test
    void leftOf_isTheTreeBeforeTheLeaf() {
        for (int size = 1; size <= SIZES; size++) {
            for (int index = 0; index < size; index++) {
                var before = new CompactRange(index, MerkleProof.leftOf(index, size, TREE.path(index, size)));

                assertThat(before.root()).isEqualTo(TREE.root(index));
            }
        }
    }

    @Test
    void compactRange_hasTheRootOfEverySize() {
        var range = new CompactRange();
        for (int size = 0; size < SIZES; size++) {
            assertThat(range.root()).isEqualTo(TREE.root(size));
            range.append(leaf(size));
        }
    }

    /** Each hash changed, each left out, one more at either end. */
    private static List<List<byte[]>> damaged(List<byte[]> path) {
        var all = new ArrayList<List<byte[]>>();
        for (int i = 0; i < path.size(); i++) {
            var changed = new ArrayList<>(path);
            byte[] hash = path.get(i).clone();
            hash[i] ^= 1;
            changed.set(i, hash);
            all.add(changed);
            var shorter = new ArrayList<>(path);
            shorter.remove(i);
            all.add(shorter);
        }
        var longer = new ArrayList<>(path);
        longer.add(new byte[MerkleHash.BYTES]);
        all.add(longer);
        var shifted = new ArrayList<>(path);
        shifted.addFirst(new byte[MerkleHash.BYTES]);
        all.add(shifted);
        return all;
    }

    private static byte[] leaf(int index) {
        return TREE.hash(0, index);
    }
}
