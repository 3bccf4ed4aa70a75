package quorate.agents.source;

import java.nio.file.Path;
import quorate.agents.AgentFactory;

/// A user's own agent, compiled and ready to be made.
///
/// @param name of the class and of the file without `.java`
/// @param file where its source lies
/// @param checksum SHA-256 of the source, hexadecimal; belongs into a run's manifest, because a run
///   can only be repeated with the same source
/// @param factory calls its constructor
public record Strategy(String name, Path file, String checksum, AgentFactory factory) {}
