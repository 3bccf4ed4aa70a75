package quorate.app.launcher;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import quorate.domain.property.SharedData;

/// A machine in a folder: a search path with the plain tools of every system and nothing else, a
/// small project with a copy of the launcher, and whatever a test adds.
///
/// Each tool it pretends is a shell script; `calls` in the project tells what Maven was asked.
final class PretendedMachine {
  private static final List<String> PLAIN_TOOLS =
      List.of(
          "bash",
          "env",
          "sed",
          "grep",
          "awk",
          "find",
          "sort",
          "head",
          "tail",
          "uniq",
          "paste",
          "cat",
          "cp",
          "mv",
          "rm",
          "mkdir",
          "touch",
          "date",
          "readlink",
          "flock",
          "dirname");
  private static final String MAVEN =
      """
      #!/usr/bin/env bash
      if [[ $1 == -version ]]; then echo "Apache Maven VERSION (x)"; exit 0; fi
      echo "$*" >> calls
      [[ ! -e broken ]] || { echo '[ERROR] /x/Broken.java:[3,7] no such thing'; exit 1; }
      for module in domain app; do
        mkdir -p $module/target; echo jar > $module/target/quorate-$module-0.1.0.jar
      done
      mkdir -p app/target/samples; echo jar > app/target/samples/sample.jar
      printf '%s' "$PWD/library.jar" > app/target/classpath; touch library.jar
      if [[ -e reports ]]; then
        mkdir -p domain/target/surefire-reports
        cp reports domain/target/surefire-reports/TEST-x.xml
      fi
      """;

  private final Path folder;
  private final Path project;
  private final Path path;
  private final Path jdks;
  private final Map<String, String> environment = new HashMap<>();

  PretendedMachine(Path folder) throws IOException {
    this.folder = folder;
    project = Files.createDirectories(folder.resolve("project"));
    path = Files.createDirectories(folder.resolve("path"));
    jdks = Files.createDirectories(folder.resolve("jdks"));
    for (String tool : PLAIN_TOOLS) {
      for (Path place : List.of(Path.of("/usr/bin"), Path.of("/bin"))) {
        if (Files.isExecutable(place.resolve(tool)) && !Files.exists(path.resolve(tool))) {
          Files.createSymbolicLink(path.resolve(tool), place.resolve(tool));
        }
      }
    }
    Files.copy(SharedData.projectRoot().resolve("quorate"), project.resolve("quorate"));
    write(project.resolve("pom.xml"), "<module>domain</module>\n<module>app</module>\n");
    write(project.resolve(".mvn/jvm.config"), "");
    for (String module : List.of("domain", "app")) {
      write(project.resolve(module + "/pom.xml"), "");
      write(project.resolve(module + "/src/main/java/Source.java"), "");
    }
    environment.put("QUORATE_JDK_FOLDERS", jdks.toString());
    environment.put("HOME", folder.toString());
  }

  Path project() {
    return project;
  }

  PretendedMachine with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  /// A JDK whose java prints its version, its process and its arguments, and exits with 42.
  Path jdk(Path home, String version) throws IOException {
    write(home.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
    script(home.resolve("bin/javac"), "#!/usr/bin/env bash\n");
    script(
        home.resolve("bin/java"),
        """
        #!/usr/bin/env bash
        for each; do
          if [[ $each == -XX:AOTCacheOutput=* ]]; then touch "${each#*=}"; exit 0; fi
        done
        if [[ -n ${JAVA_TOOL_OPTIONS:-} ]]; then
          echo "Picked up JAVA_TOOL_OPTIONS: $JAVA_TOOL_OPTIONS" >&2
        fi
        if [[ "$*" == *--add-modules* ]]; then
          echo 'WARNING: Using incubator modules: jdk.incubator.vector' >&2
          echo 'a word of the JVM' >&2
          echo 'a word of the program' >&7
        fi
        echo "java %s process $$"
        printf '<%%s>' "$@"
        exit 42
        """
            .formatted(version));
    return home;
  }

  PretendedMachine jdkInstalled(String version) throws IOException {
    jdk(jdks.resolve("jdk-" + version), version);
    return this;
  }

  PretendedMachine jdkInPath(String version) throws IOException {
    Path home = jdk(folder.resolve("default-java"), version);
    Files.createSymbolicLink(path.resolve("java"), home.resolve("bin/java"));
    return this;
  }

  PretendedMachine jdkAtJavaHome(String version) throws IOException {
    return with("JAVA_HOME", jdk(folder.resolve("java-home"), version).toString());
  }

  PretendedMachine maven(String version) throws IOException {
    return tool("mvn", MAVEN.replace("VERSION", version));
  }

  PretendedMachine tool(String name, String script) throws IOException {
    script(path.resolve(name), script);
    return this;
  }

  /// What Maven was asked, a line a call.
  List<String> mavenCalls() throws IOException {
    Path calls = project.resolve("calls");
    return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
  }

  Ended run(String... arguments) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Stream.concat(
                    Stream.of(path.resolve("bash").toString(), "./quorate"), Stream.of(arguments))
                .toList());
    builder.directory(project.toFile());
    builder.environment().clear();
    builder.environment().put("PATH", path.toString());
    builder.environment().putAll(environment);
    Path out = Files.createTempFile(folder, "out", "");
    Process process = builder.redirectOutput(out.toFile()).start();
    process.getOutputStream().close();
    // Read to its end, which comes after the process's own when a filter still holds it.
    CompletableFuture<String> err = CompletableFuture.supplyAsync(() -> all(process.errorReader()));
    if (!process.waitFor(1, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IllegalStateException("the launcher did not end within a minute");
    }
    return new Ended(process.pid(), process.exitValue(), Files.readString(out), err.join());
  }

  private static String all(Reader reader) {
    try (reader) {
      StringWriter text = new StringWriter();
      reader.transferTo(text);
      return text.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text, StandardCharsets.UTF_8);
  }

  private static void script(Path file, String text) throws IOException {
    write(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /// How a run of the launcher ended.
  record Ended(long process, int exitCode, String out, String err) {
    String lastLine() {
      return out.lines().reduce("", (before, line) -> line);
    }
  }
}
