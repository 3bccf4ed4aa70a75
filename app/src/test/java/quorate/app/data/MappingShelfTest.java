package quorate.app.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quorate.app.terminal.WrongNameException;

class MappingShelfTest {
  @TempDir Path folder;

  @BeforeEach
  void makeFolders() throws Exception {
    mapping("shipped/prices.yaml", "shipped", "prices.csv");
    mapping("shipped/sample.yaml", "shipped", "sample.csv");
    mapping("own/prices.yaml", "own", "prices.csv");
    mapping("own/mine.yaml", "own", "sample.csv");
  }

  @Test
  void mappingsThatShipStandBehindAFolderOfOnesOwn() {
    assertThat(shelf().named("sample").source()).isEqualTo("shipped");
  }

  @Test
  void ofTwoWithOneNameTheUsersCounts() {
    assertThat(shelf().named("prices").source()).isEqualTo("own");
  }

  @Test
  void ofTwoForOneFileTheUsersCounts() {
    assertThat(shelf().covering(folder.resolve("sample.csv")).source()).isEqualTo("own");
  }

  @Test
  void anUnknownNameComesWithThoseThereAre() {
    assertThatThrownBy(() -> shelf().named("nothing-like-it"))
        .isInstanceOf(WrongNameException.class)
        .hasMessageContaining("there are mine, prices, sample;");
  }

  private MappingShelf shelf() {
    return MappingShelf.of(folder.resolve("own"), folder.resolve("shipped"));
  }

  private void mapping(String name, String source, String file) throws Exception {
    Path path = folder.resolve(name);
    Files.createDirectories(path.getParent());
    Files.writeString(
        path,
        """
        source: %s
        dataset: prices
        kind: trades
        files: "%s"
        instrument: {symbol: SPY}
        """
            .formatted(source, file));
  }
}
