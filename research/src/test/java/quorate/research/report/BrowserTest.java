package quorate.research.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The page in a real browser, where there is one.
@Tag("full")
class BrowserTest {
  @TempDir Path folder;

  @Test
  void runsItsScriptsToTheEnd() throws Exception {
    Path report = folder.resolve("report.html");
    HtmlReport.write(MadeUpRun.ofBars(3000), report);

    String page = opened(report);

    // The theme's button is named first, the charts are made movable last.
    assertThat(page)
        .contains("<html lang=\"en\" class=\"scripted\">")
        .containsPattern(">(Dark|Light)</button>");
    assertThat(page).containsPattern("data-chart=\"price\"[^>]* tabindex=\"0\"");
    assertThat(page).contains("class=\"range\"");
  }

  /// What the page has become after its scripts ran.
  private String opened(Path report) throws IOException, InterruptedException {
    Path dumped = folder.resolve("dumped.html");
    Process browser =
        new ProcessBuilder(
                browser(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--no-first-run",
                "--user-data-dir=" + folder.resolve("profile"),
                "--virtual-time-budget=3000",
                "--dump-dom",
                report.toUri().toString())
            .redirectOutput(dumped.toFile())
            .redirectError(Redirect.DISCARD)
            .start();
    try {
      assertThat(browser.waitFor(60, TimeUnit.SECONDS)).isTrue();
    } finally {
      browser.destroyForcibly();
    }
    return Files.readString(dumped);
  }

  private static String browser() {
    List<String> folders = List.of(System.getenv().getOrDefault("PATH", "").split(":", -1));
    Optional<Path> found =
        Stream.of("chromium", "chromium-browser", "google-chrome")
            .flatMap(name -> folders.stream().map(path -> Path.of(path, name)))
            .filter(Files::isExecutable)
            .findFirst();
    assumeTrue(found.isPresent(), "skipped: no chromium or google-chrome on the path");
    return found.orElseThrow().toString();
  }
}
