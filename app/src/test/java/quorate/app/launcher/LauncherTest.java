package quorate.app.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quorate.app.launcher.PretendedMachine.Ended;

class LauncherTest {
  @TempDir Path folder;

  @SuppressWarnings("NullAway.Init") // made before each test
  private PretendedMachine machine;

  @BeforeEach
  void makeTheMachine() throws Exception {
    machine = new PretendedMachine(folder);
  }

  @Test
  void takesJavaHomeWhenTheDefaultJavaIsOlder() throws Exception {
    machine.maven("3.8.7").jdkInPath("17.0.15").jdkAtJavaHome("25.0.3");

    Ended run = machine.run("doctor");

    assertThat(run.out()).startsWith("java 25.0.3 ");
  }

  @Test
  void takesAnInstalledJdkWhenJavaHomeAndTheDefaultAreOlder() throws Exception {
    machine.maven("3.8.7").jdkInPath("17.0.15").jdkAtJavaHome("21.0.1").jdkInstalled("25");

    Ended run = machine.run("doctor");

    assertThat(run.out()).startsWith("java 25 ");
  }

  @Test
  void isNotFooledByAVersionThatOnlyBeginsLikeTheWantedOne() throws Exception {
    machine.maven("3.8.7").jdkInstalled("250.0.1");

    Ended run = machine.run("doctor");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("Quorate needs a JDK 25");
  }

  @Test
  void saysWhatToTypeWhenThereIsNoFittingJdk() throws Exception {
    machine
        .jdkInPath("17.0.15")
        .tool("apt-get", "#!/usr/bin/env bash\nexit 1\n")
        .with("QUORATE_INSTALL", "no");

    Ended run = machine.run("--help");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err())
        .contains("found 17 in " + folder.toRealPath().resolve("default-java"))
        .containsPattern("Type: (sudo )?apt-get install -y openjdk-25-jdk-headless")
        .contains("set JAVA_HOME to the folder of a JDK 25");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void saysWhatToTypeWhenThereIsNoPackageManagerEither() throws Exception {
    Ended run = machine.run("--help");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("found none").contains("sdk install java 25-tem");
  }

  @Test
  void installsAJdkWithTheSystemsPackageManagerWhereItMay() throws Exception {
    machine.maven("3.9.9").jdk(folder.resolve("stock"), "25.0.1");
    machine
        .tool("sudo", "#!/usr/bin/env bash\n[[ $1 != -n ]] || shift\n\"$@\"\n")
        .tool("true", "#!/usr/bin/env bash\n")
        .tool(
            "apt-get",
            """
            #!/usr/bin/env bash
            [[ $* == *temurin-25-jdk* ]] || exit 100
            cp -r %s %s/jdks/temurin
            """
                .formatted(folder.resolve("stock"), folder));

    Ended run = machine.run("doctor");

    assertThat(run.err()).contains("installing it").contains("temurin-25-jdk");
    assertThat(run.out()).startsWith("java 25.0.1 ");
  }

  @Test
  void refusesAMavenThatIsTooOld() throws Exception {
    machine.maven("3.6.3").jdkInstalled("25.0.3");

    Ended run = machine.run("doctor");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("3.8.7 or later, but mvn in PATH is 3.6.3");
  }

  @Test
  void saysWhatToTypeWithoutMaven() throws Exception {
    machine.jdkInstalled("25.0.3");

    Ended run = machine.run("doctor");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("no mvn in PATH").contains("sdk install maven");
  }

  @Test
  void buildsOnceAndThenOnlyRuns() throws Exception {
    machine.maven("3.8.7").jdkInstalled("25.0.3");
    machine.run("doctor");

    Ended second = machine.run("doctor");

    assertThat(machine.mavenCalls()).hasSize(1);
    assertThat(second.err()).isEmpty();
  }

  /// A room that hangs on the changed one may need a third that has not changed, so Maven sees all.
  @Test
  void rebuildsInTheWholeReactorWhenASourceIsNewer() throws Exception {
    machine.maven("3.8.7").jdkInstalled("25.0.3");
    machine.run("doctor");
    Path source = machine.project().resolve("domain/src/main/java/Source.java");
    Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(5)));

    Ended run = machine.run("doctor");

    assertThat(machine.mavenCalls()).hasSize(2);
    assertThat(machine.mavenCalls().getLast()).doesNotContain("-pl");
    assertThat(run.err()).contains("built domain in");
  }

  @Test
  void rebuildsWhenAJarOfALibraryIsGone() throws Exception {
    machine.maven("3.8.7").jdkInstalled("25.0.3");
    machine.run("doctor");
    Files.delete(machine.project().resolve("library.jar"));

    machine.run("doctor");

    assertThat(machine.mavenCalls()).hasSize(2);
  }

  @Test
  void showsTheCompilersWordsWhenTheBuildFails() throws Exception {
    machine.maven("3.8.7").jdkInstalled("25.0.3");
    Files.createFile(machine.project().resolve("broken"));

    Ended run = machine.run("doctor");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("Broken.java:[3,7] no such thing").contains("build.log");
  }

  @Test
  void passesArgumentsFlagsAndTheExitCodeThrough() throws Exception {
    machine.maven("3.8.7").jdkInstalled("25.0.3").with("QUORATE_JVM_FLAGS", "-Xmx256m -Xms64m");

    Ended run = machine.run("ingest", "my file.csv", "");

    assertThat(run.out())
        .contains("<-Xmx256m><-Xms64m><-cp>")
        .endsWith("<quorate.app.Quorate><ingest><my file.csv><>");
    assertThat(run.exitCode()).isEqualTo(42);
  }

  /// The JVM takes the launcher's place, so that a signal reaches it and nobody else.
  @Test
  void becomesTheJvm() throws Exception {
    machine.maven("3.8.7").jdkInstalled("25.0.3");

    Ended run = machine.run("doctor");

    assertThat(run.out()).contains("process " + run.process());
  }

  @Test
  void onlyVerbsThatLearnGetTheVectorsAndNobodyHearsTheirWarning() throws Exception {
    machine.maven("3.8.7").jdkInstalled("25.0.3");
    machine.run("doctor");

    Ended train = machine.run("train", "cart-pole");
    Ended bench = machine.run("bench");
    Ended doctor = machine.run("doctor");

    assertThat(train.out()).contains("<--add-modules><jdk.incubator.vector>");
    assertThat(train.out()).contains("process " + train.process());
    assertThat(train.out()).as("no cache of linked classes").doesNotContain("AOTCache");
    assertThat(doctor.out()).contains("<-XX:AOTCache=");
    assertThat(train.exitCode()).isEqualTo(42);
    assertThat(train.err().lines())
        .containsExactlyInAnyOrder("a word of the JVM", "a word of the program");
    assertThat(bench.out()).contains("<--add-modules><jdk.incubator.vector>");
    assertThat(doctor.out()).doesNotContain("add-modules");
    assertThat(doctor.err()).isEmpty();
  }

  /// With options in the environment the JVM says so first, which is theirs to know.
  @Test
  void theVectorsWarningIsNotHeardBehindOtherWordsOfTheJvmEither() throws Exception {
    machine.maven("3.8.7").jdkInstalled("25.0.3").with("JAVA_TOOL_OPTIONS", "-Dsome=thing");
    machine.run("doctor");

    Ended train = machine.run("train", "cart-pole");

    assertThat(train.err().lines())
        .containsExactlyInAnyOrder(
            "Picked up JAVA_TOOL_OPTIONS: -Dsome=thing",
            "a word of the JVM",
            "a word of the program");
  }
}
