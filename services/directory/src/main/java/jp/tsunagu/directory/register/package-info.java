/**
 * The register: every organisation as it is now, for whoever asks. Written right after each decision and again from the
 * journals at every start, so it may be behind for a moment and never for long; decisions are taken on the journal. What all organisations
 * share is one small stream and is read from its journal.
 */
@NullMarked
package jp.tsunagu.directory.register;

import org.jspecify.annotations.NullMarked;
