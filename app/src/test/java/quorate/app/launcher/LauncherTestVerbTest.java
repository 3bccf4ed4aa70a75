package quorate.app.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quorate.app.launcher.PretendedMachine.Ended;

class LauncherTestVerbTest {
  private static final String SUITE =
      "<testsuite name=\"x\" time=\"0.1\" tests=\"%d\" errors=\"%d\" skipped=\"%d\" failures=\"%d\">\n";

  @TempDir Path folder;

  @SuppressWarnings("NullAway.Init") // made before each test
  private PretendedMachine machine;

  @BeforeEach
  void makeTheMachine() throws Exception {
    machine = new PretendedMachine(folder).maven("3.8.7").jdkInstalled("25.0.3");
  }

  @Test
  void endsWithTheCountsAloneOnTheLastLine() throws Exception {
    reports(SUITE.formatted(7, 0, 2, 0) + SUITE.formatted(5, 0, 0, 0));

    Ended run = machine.run("test");

    assertThat(run.lastLine()).isEqualTo("10 passed, 0 failed, 2 skipped");
    assertThat(run.exitCode()).isZero();
  }

  @Test
  void countsErrorsAsFailuresAndFails() throws Exception {
    reports(SUITE.formatted(7, 1, 0, 2));

    Ended run = machine.run("test");

    assertThat(run.lastLine()).isEqualTo("4 passed, 3 failed, 0 skipped");
    assertThat(run.exitCode()).isEqualTo(1);
  }

  @Test
  void saysWhyTestsWereSkipped() throws Exception {
    reports(
        SUITE.formatted(1, 0, 1, 0)
            + "<skipped type=\"x\"><![CDATA[org.opentest4j.TestAbortedException: Assumption failed: "
            + "skipped: no shared data at /data/es.csv; set QUORATE_SHARED_DATA to its folder\n"
            + "\tat quorate.domain.SomeTest.needsIt(SomeTest.java:3)\n]]></skipped>\n");

    Ended run = machine.run("test");

    assertThat(run.out()).contains("1 no shared data; set QUORATE_SHARED_DATA to its folder\n");
  }

  @Test
  void forgetsTheReportsOfEarlierRuns() throws Exception {
    PretendedMachine.write(
        machine.project().resolve("app/target/surefire-reports/TEST-old.xml"),
        SUITE.formatted(99, 0, 0, 0));
    reports(SUITE.formatted(1, 0, 0, 0));

    Ended run = machine.run("test");

    assertThat(run.lastLine()).isEqualTo("1 passed, 0 failed, 0 skipped");
  }

  @Test
  void aBuildThatBreaksFailsEvenWithoutATest() throws Exception {
    PretendedMachine.write(machine.project().resolve("broken"), "");

    Ended run = machine.run("test");

    assertThat(run.out()).contains("Broken.java:[3,7] no such thing");
    assertThat(run.lastLine()).isEqualTo("0 passed, 1 failed, 0 skipped");
    assertThat(run.exitCode()).isEqualTo(1);
  }

  @Test
  void runsOnlyTheNamedModulesTests() throws Exception {
    reports(SUITE.formatted(1, 0, 0, 0));

    machine.run("test", "domain");

    assertThat(machine.mavenCalls().getLast()).contains("-pl domain -am -Dtest=quorate/domain/**");
  }

  @Test
  void fullTakesTheSlowProofsToo() throws Exception {
    reports(SUITE.formatted(1, 0, 0, 0));

    machine.run("test", "--full");

    assertThat(machine.mavenCalls().getLast()).endsWith("-Dtest.excluded.groups=");
  }

  @Test
  void refusesAModuleThatDoesNotExist() throws Exception {
    Ended run = machine.run("test", "domian");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("one of domain app, or strategies, but was given domian");
  }

  private void reports(String xml) throws Exception {
    PretendedMachine.write(machine.project().resolve("reports"), xml);
  }
}
