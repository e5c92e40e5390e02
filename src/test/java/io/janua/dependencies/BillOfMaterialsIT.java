package io.janua.dependencies;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The bill of materials that lies in the package. */
class BillOfMaterialsIT {

    private static final Path PACKAGE = Path.of("target/quarkus-app");

    private final BillOfMaterials bill = BillOfMaterials.read(PACKAGE.resolve("janua-sbom.json"));

    @Test
    void everyLibraryIsUnderALicenceThatIsFine() {
        assertThat(bill.components().stream()
                        .filter(component -> !Licences.allow(component.licences()))
                        .map(component -> component.purl() + " " + component.licences()))
                .isEmpty();
    }

    @Test
    void nothingIsASnapshot() {
        assertThat(bill.components().stream().map(BillOfMaterials.Component::purl))
                .noneMatch(purl -> purl.contains("SNAPSHOT"));
    }

    /** A library that is in the package and not on the list would never be asked about. */
    @Test
    void everyLibraryOfThePackageIsOnIt() throws IOException {
        try (var jars = Files.list(PACKAGE.resolve("lib/main"))) {
            List<String> missing = jars.map(jar -> jar.getFileName().toString())
                    .filter(name -> name.endsWith(".jar"))
                    .filter(name -> bill.components().stream().noneMatch(component -> isOf(name, component.purl())))
                    .toList();

            assertThat(missing).isEmpty();
        }
    }

    /** Jars are named group.artifact-version[-classifier].jar. */
    private static boolean isOf(String jar, String purl) {
        String coordinates = purl.substring(purl.indexOf('/') + 1).replaceAll("\\?.*", "");
        return jar.startsWith(coordinates.replace('/', '.').replace('@', '-'));
    }
}
