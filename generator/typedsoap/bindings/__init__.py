"""The classes of a contract: made by xsdata, held to what the contract says."""
