/** What can be done to requests. A fault changes what happens, and leaves it to the application what is answered. */
package dev.jobport.lab.faults;
