package dev.jobport.architecture.twins.every_adapter_declares_its_role.adapters.notify;

record SinnerOfNoRole() {}
