/// `quorate.yaml`: what the program itself needs to know; what trades is in the playbooks.
@NullMarked
package quorate.app.settings;

import org.jspecify.annotations.NullMarked;
