/** The Job aggregate: its life cycle, its moves, and the values that it is made of. */
package dev.jobport.domain.job;
