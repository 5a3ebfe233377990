/** Whether what the collectors and dashboards are given hangs together. */
@NullMarked
package jp.tsunagu.observability;

import org.jspecify.annotations.NullMarked;
