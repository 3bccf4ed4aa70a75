package quorate.app.rooms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import quorate.app.CommandLines;
import quorate.domain.property.SharedData;

/// What the documents and files of the project promise.
class DocumentsTest {
  private static final Path PROJECT = SharedData.projectRoot();
  private static final Pattern LINK = Pattern.compile("]\\(([^)#\\s]+)(?:#[^)]*)?\\)");
  private static final Pattern VERB = Pattern.compile("\\./quorate ([a-z]+)");

  /// Verbs of the launcher itself, which the program does not know.
  private static final Set<String> LAUNCHER_VERBS = Set.of("maven");

  /// Written in two halves, so that this file does not hold what it looks for.
  private static final List<Pattern> FOREIGN =
      List.of(
          Pattern.compile("(?<![\\w.$}])/" + "work/"),
          Pattern.compile("(?<![\\w.$}])/" + "root/"),
          Pattern.compile("repo1?\\.maven" + "\\.(apache\\.)?org"),
          Pattern.compile("registry\\.npmjs" + "\\.org"),
          Pattern.compile("registry\\.yarnpkg" + "\\.com"),
          Pattern.compile("(files\\.python" + "hosted|pypi)\\.org"));

  @Test
  void everyLinkBetweenFilesLeadsSomewhere() throws Exception {
    List<String> broken = new ArrayList<>();
    for (Path page : pages()) {
      Matcher link = LINK.matcher(Files.readString(page));
      while (link.find()) {
        String target = link.group(1);
        if (!target.contains("://") && !Files.exists(page.resolveSibling(target))) {
          broken.add(PROJECT.relativize(page) + " → " + target);
        }
      }
    }

    assertThat(broken).isEmpty();
  }

  @Test
  void everyCommandInADocumentExists() throws Exception {
    Set<String> known = new TreeSet<>(CommandLines.verbs());
    known.addAll(LAUNCHER_VERBS);
    Set<String> unknown = new TreeSet<>();
    for (Path page : pages()) {
      Matcher verb = VERB.matcher(Files.readString(page));
      while (verb.find()) {
        if (!known.contains(verb.group(1))) {
          unknown.add(PROJECT.relativize(page) + ": " + verb.group());
        }
      }
    }

    assertThat(unknown).isEmpty();
  }

  @Test
  void noFileNamesAPlaceOfOneMachineOrAPackageRegistry() throws Exception {
    List<String> found = new ArrayList<>();
    for (Path file : trackedFiles()) {
      String text = Files.readString(file, StandardCharsets.ISO_8859_1);
      for (Pattern foreign : FOREIGN) {
        Matcher match = foreign.matcher(text);
        if (match.find()) {
          found.add(PROJECT.relativize(file) + ": " + match.group());
        }
      }
    }

    assertThat(found).isEmpty();
  }

  private static List<Path> pages() throws Exception {
    return trackedFiles().stream().filter(file -> file.toString().endsWith(".md")).toList();
  }

  private static List<Path> trackedFiles() throws IOException, InterruptedException {
    assumeTrue(Files.exists(PROJECT.resolve(".git")), "skipped: not a clone of the repository");
    Process git =
        new ProcessBuilder("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard")
            .directory(PROJECT.toFile())
            .start();
    String names = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(git.waitFor()).isZero();
    List<Path> files = new ArrayList<>();
    for (String name : names.split("\0", -1)) {
      Path file = PROJECT.resolve(name);
      if (!name.isEmpty() && Files.isRegularFile(file)) {
        files.add(file);
      }
    }
    return files;
  }
}
