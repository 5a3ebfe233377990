/** What a cluster is told, checked as strictly as it would be there. */
@NullMarked
package jp.tsunagu.manifests;

import org.jspecify.annotations.NullMarked;
