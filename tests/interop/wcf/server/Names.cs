namespace Interop
{
    /// <summary>Names that the contracts share.</summary>
    static class Names
    {
        public const string Contract = "http://www.superoffice.net/ws/crm/NetServer/Services86";
    }
}
