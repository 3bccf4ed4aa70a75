package quorate.app.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import quorate.app.home.Workplace;
import quorate.app.terminal.ExitCode;
import quorate.app.terminal.Screen;

/// `quorate doctor`: looks at everything Quorate needs and says what to do about what is missing.
@Command(
    name = "doctor",
    description = "Check this machine and this project; say what to do.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Exits with 3 when something is amiss.",
      "Examples:",
      "  ./quorate doctor",
      "  ./quorate doctor --deep --json"
    })
public final class DoctorCommand implements Callable<Integer> {
  @Mixin private Screen screen;
  @Mixin private Workplace workplace;

  @Option(names = "--deep", description = "Read every byte of the lake: about a second a gigabyte.")
  private boolean deep;

  @SuppressWarnings("NullAway.Init") // picocli fills the fields before anything runs
  DoctorCommand() {}

  @Override
  public Integer call() {
    List<Finding> findings = checks().stream().map(Check::look).toList();
    findings.forEach(this::show);
    long amiss = findings.stream().filter(finding -> finding.level() != Finding.Level.OK).count();
    screen.line(
        amiss == 0
            ? "All is well."
            : "%d of %d %s a look."
                .formatted(amiss, findings.size(), amiss == 1 ? "needs" : "need"));
    return amiss == 0 ? ExitCode.DONE : ExitCode.FINDINGS;
  }

  private List<Check> checks() {
    List<Check> checks = new ArrayList<>();
    checks.add(MachineChecks::java);
    checks.add(ToolChecks::maven);
    checks.add(ToolChecks::node);
    checks.add(MachineChecks::cores);
    checks.add(MachineChecks::memory);
    Finding settings = ProjectChecks.settings(workplace);
    checks.add(() -> settings);
    if (settings.level() == Finding.Level.OK) {
      var data = workplace.settings().data();
      var storage = workplace.settings().storage();
      checks.add(() -> MachineChecks.disk(workplace.at(storage.runs())));
      checks.add(() -> ProjectChecks.instruments(workplace));
      checks.add(() -> ProjectChecks.mappings(workplace.at(data.mappings())));
      checks.add(() -> ProjectChecks.playbooks(workplace.at(storage.playbooks())));
      checks.add(() -> LakeChecks.lake(workplace.at(data.lake()), deep));
      checks.add(() -> ProjectChecks.samples(workplace.at(data.samples())));
    }
    checks.add(MachineChecks::terminal);
    return checks;
  }

  private void show(Finding finding) {
    screen.line(
        "%-5s %-12s %s"
            .formatted(
                switch (finding.level()) {
                  case OK -> "ok";
                  case WARN -> "warn";
                  case FAIL -> "fail";
                },
                finding.check(),
                finding.found()));
    if (!finding.advice().isEmpty()) {
      screen.line("                   → " + finding.advice());
    }
    screen.json(
        Map.of(
            "check",
            finding.check(),
            "level",
            finding.level().name().toLowerCase(java.util.Locale.ROOT),
            "found",
            finding.found(),
            "advice",
            finding.advice()));
  }
}
