package quorate.agents.source;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Compiles users' agents, one Java file each, when a playbook names them.
///
/// The file `strategies/Breakout.java` holds a public class `Breakout` that implements [Agent] and
/// has a public constructor with one `AgentParameters`; its package is free. It is compiled in
/// memory against the class path of the running program; nothing is written. Each source is
/// compiled once: the same content gives the same class again, known by its checksum, and a changed
/// one a new class in a class loader of its own. Costs about a second the first time, some 50 ms
/// for each further file.
///
/// The code is the user's and runs with all rights of the program. Safe for use by several threads.
public final class StrategyCompiler {
  private final Path folder;
  private final Map<String, Strategy> compiled = new ConcurrentHashMap<>();

  /// @param folder where the sources lie, `strategies/` of the project
  public StrategyCompiler(Path folder) {
    this.folder = folder;
  }

  public Path folder() {
    return folder;
  }

  /// Where an agent of this name would be.
  public Path fileOf(String name) {
    return folder.resolve(name + ".java");
  }

  /// @param name of the class, and of the file without `.java`
  /// @throws StrategyException when there is no such file, it does not compile, or it is no agent
  public Strategy compile(String name) {
    Path file = fileOf(name);
    if (!Files.isRegularFile(file)) {
      throw new StrategyException(
          "an agent's source must exist, but there is no %s; ./quorate new agent %s writes one"
              .formatted(file, name));
    }
    byte[] source = read(file);
    String checksum = sha256(source);
    return compiled.computeIfAbsent(
        name + "@" + checksum, key -> compile(name, file, source, checksum));
  }

  private static Strategy compile(String name, Path file, byte[] source, String checksum) {
    SourceText text = new SourceText(file, decode(file, source));
    Map<String, byte[]> classes = JavaSources.compile(List.of(text));
    return new Strategy(name, file, checksum, UserConstructor.of(file, name, classes));
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new StrategyException("%s cannot be read: %s".formatted(file, e.getMessage()), e);
    }
  }

  private static String decode(Path file, byte[] source) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(source)).toString();
    } catch (CharacterCodingException e) {
      throw new StrategyException(
          "%s must be UTF-8 text, but is not; save it as UTF-8".formatted(file), e);
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
