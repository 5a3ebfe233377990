@NullMarked
package jp.tsunagu.intake.vault;

import org.jspecify.annotations.NullMarked;
