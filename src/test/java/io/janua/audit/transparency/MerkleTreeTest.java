package io.janua.audit.transparency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MerkleTreeTest {

    /** The reference tree that Certificate Transparency implementations test themselves with. */
    private static final DefinedTree REFERENCE = new DefinedTree(
            Arrays.stream(",00,10,2021,3031,40414243,5051525354555657,606162636465666768696a6b6c6d6e6f".split(","))
                    .map(entry -> MerkleHash.leaf(HexFormat.of().parseHex(entry)))
                    .toList());

    @ParameterizedTest
    @CsvSource({
        "0, e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "1, 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "2, fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "3, aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "4, d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "5, 4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "6, 76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "7, ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "8, 5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
    })
    void root_isThatOfTheReferenceTree(int size, String root) {
        assertThat(hex(MerkleTree.root(REFERENCE, size))).isEqualTo(root);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1, ''",
        "0, 8, 96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7"
                + " 5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e"
                + " 6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
        "5, 8, bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b"
                + " ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0"
                + " d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "2, 3, fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "1, 5, 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"
                + " 5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e"
                + " bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b"
    })
    void inclusionProof_isThatOfTheReferenceTree(int index, int size, String path) {
        assertThat(hex(MerkleTree.inclusionProof(REFERENCE, index, size))).isEqualTo(path);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1, ''",
        "1, 8, 96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7"
                + " 5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e"
                + " 6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
        "6, 8, 0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a"
                + " ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0"
                + " d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "2, 5, 5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e"
                + " bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
        "6, 7, 0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a"
                + " b08693ec2e721597130641e8211e7eedccb4c26413963eee6c1e2ed16ffb1a5f"
                + " d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"
    })
    void consistencyProof_isThatOfTheReferenceTree(int from, int to, String path) {
        assertThat(hex(MerkleTree.consistencyProof(REFERENCE, from, to))).isEqualTo(path);
    }

    /** The nodes go by their names in RFC 9162, section 2.1.5. */
    @Test
    void proofs_areThoseOfTheWorkedExampleOfTheRfc() {
        var tree = DefinedTree.of(7);
        byte[] a = tree.hash(0, 0);
        byte[] b = tree.hash(0, 1);
        byte[] c = tree.hash(0, 2);
        byte[] d = tree.hash(0, 3);
        byte[] e = tree.hash(0, 4);
        byte[] f = tree.hash(0, 5);
        byte[] j = tree.hash(0, 6);
        byte[] g = MerkleHash.node(a, b);
        byte[] h = MerkleHash.node(c, d);
        byte[] i = MerkleHash.node(e, f);
        byte[] k = MerkleHash.node(g, h);
        byte[] l = MerkleHash.node(i, j);

        assertThat(MerkleTree.root(tree, 7)).isEqualTo(MerkleHash.node(k, l));
        assertThat(MerkleTree.inclusionProof(tree, 0, 7)).containsExactly(b, h, l);
        assertThat(MerkleTree.inclusionProof(tree, 3, 7)).containsExactly(c, g, l);
        assertThat(MerkleTree.inclusionProof(tree, 4, 7)).containsExactly(f, j, k);
        assertThat(MerkleTree.inclusionProof(tree, 6, 7)).containsExactly(i, k);
        assertThat(MerkleTree.consistencyProof(tree, 3, 7)).containsExactly(c, d, g, l);
        assertThat(MerkleTree.consistencyProof(tree, 4, 7)).containsExactly(l);
        assertThat(MerkleTree.consistencyProof(tree, 6, 7)).containsExactly(i, j, k);
    }

    @Test
    void proofs_ofLeavesAndSizesThatAreNotThereAreRefused() {
        var tree = DefinedTree.of(4);

        assertThatThrownBy(() -> MerkleTree.inclusionProof(tree, 4, 4)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> MerkleTree.consistencyProof(tree, 5, 4)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> MerkleTree.root(tree, -1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    private static String hex(List<byte[]> path) {
        return String.join(" ", path.stream().map(MerkleTreeTest::hex).toList());
    }

    private static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }
}
