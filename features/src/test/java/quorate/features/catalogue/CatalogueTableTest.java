package quorate.features.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import quorate.domain.property.SharedData;

class CatalogueTableTest {

  /// Pins every name, default, range, output and warm-up: a changed one is a visible difference in
  /// the page that users read.
  @Test
  void isWhatTheDocumentationShows() throws IOException {
    String page = Files.readString(SharedData.projectRoot().resolve("docs/features.md"));

    assertThat(page)
        .as("docs/features.md is behind the code; replace its catalogue by CatalogueTable.markdown")
        .contains(CatalogueTable.markdown());
  }
}
