package quorate.domain.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The code blocks of a Markdown page that are marked for a test, in their order.
///
/// A mark is a comment on the line before the block, which a reader does not see: `<!-- file:
/// strategies/Breakout.java -->` says that the block is the whole content of that file, `<!-- run
/// -->` that it is what a user types, one command a line.
public final class MarkedBlocks {
  private static final Pattern MARKED =
      Pattern.compile(
          "^<!-- (file: (?<file>\\S+)|run) -->\\n```[^\\n]*\\n(?<text>.*?)^```$",
          Pattern.MULTILINE | Pattern.DOTALL);

  /// A block and what it is for.
  public sealed interface Block {
    /// The content of a file.
    ///
    /// @param path from the project's folder
    /// @param text ends with a line end
    record Content(String path, String text) implements Block {}

    /// What a user types.
    ///
    /// @param commands one each, without comments
    record Commands(List<String> commands) implements Block {}
  }

  private MarkedBlocks() {}

  public static List<Block> of(Path page) throws IOException {
    List<Block> blocks = new ArrayList<>();
    Matcher marked = MARKED.matcher(Files.readString(page));
    while (marked.find()) {
      String text = marked.group("text");
      String file = marked.group("file");
      blocks.add(file == null ? new Block.Commands(commands(text)) : new Block.Content(file, text));
    }
    return blocks;
  }

  /// The contents that the page gives to one file, in their order: a tutorial may change it.
  public static List<String> contents(Path page, String file) throws IOException {
    List<String> contents = new ArrayList<>();
    for (Block block : of(page)) {
      if (block instanceof Block.Content content && content.path().equals(file)) {
        contents.add(content.text());
      }
    }
    return contents;
  }

  private static List<String> commands(String text) {
    return text.lines()
        .map(line -> line.replaceFirst("\\s*#.*", ""))
        .filter(line -> !line.isBlank())
        .toList();
  }
}
