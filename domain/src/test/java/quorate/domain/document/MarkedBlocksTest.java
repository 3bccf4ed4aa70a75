package quorate.domain.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quorate.domain.document.MarkedBlocks.Block;

class MarkedBlocksTest {
  private static final String PAGE =
      """
      # A page

      <!-- file: playbooks/mine.yaml -->
      ```yaml
      name: mine

      title: Mine
      ```

      ```
      not marked
      ```

      <!-- run -->
      ```
      ./quorate backtest mine   # takes a moment
      # nothing here
      ./quorate report
      ```

      <!-- file: playbooks/mine.yaml -->
      ```yaml
      name: yours
      ```
      """;

  @TempDir Path folder;

  @Test
  void givesWhatIsMarkedInOrder() throws IOException {
    Path page = Files.writeString(folder.resolve("page.md"), PAGE);

    assertThat(MarkedBlocks.of(page))
        .containsExactly(
            new Block.Content("playbooks/mine.yaml", "name: mine\n\ntitle: Mine\n"),
            new Block.Commands(List.of("./quorate backtest mine", "./quorate report")),
            new Block.Content("playbooks/mine.yaml", "name: yours\n"));
  }

  @Test
  void givesEveryContentOfAFile() throws IOException {
    Path page = Files.writeString(folder.resolve("page.md"), PAGE);

    assertThat(MarkedBlocks.contents(page, "playbooks/mine.yaml")).hasSize(2);
    assertThat(MarkedBlocks.contents(page, "playbooks/other.yaml")).isEmpty();
  }
}
